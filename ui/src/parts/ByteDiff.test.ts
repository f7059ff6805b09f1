import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import ByteDiff from './ByteDiff.svelte';

const planned = 'https://authentik.company/source/oauth/callback/twitter/';
const show = (...found: string[]): HTMLElement => {
  render(ByteDiff, {
    marks: ['twitter'],
    rows: [{ label: 'planned', value: planned }, ...found.map((value, nth) => ({ label: `row ${nth + 1}`, value }))],
  });
  return screen.getByRole('group');
};

describe('ByteDiff', () => {
  it('detail a missing byte in words and leaves its place empty', () => {
    const diff = show(planned.replace('https', 'http'));
    expect(diff).toHaveAccessibleName('row 1: byte 5: “s” is missing');
    const rows = [...diff.querySelectorAll('dd')];
    expect(rows[0]).toHaveTextContent(planned);
    expect(rows[1]?.textContent).toBe('http ://authentik.company/source/oauth/callback/twitter/');
    expect(rows[2]?.textContent).toBe('    ↑ byte 5: “s” is missing');
  });

  it('marks the chosen part in every row, a difference inside of the stretch or not', () => {
    const diff = show(planned.replace('company', 'campany'), `${planned}/`);
    expect([...diff.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(Array(3).fill('twitter'));
    expect(diff).toHaveAccessibleName('row 1: byte 20: “a” instead of “o”. row 2: byte 57: “/” is extra');
  });

  it('detail that all agree', () => {
    expect(show(planned)).toHaveAccessibleName('All 56 bytes match');
  });
});
