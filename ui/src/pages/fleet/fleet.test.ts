import { clearMocks } from '@tauri-apps/api/mocks';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../../App.svelte';
import { fake } from '../../gallery/fake';
import { app } from '../../lib/app-state.svelte';
import { navigate } from '../../lib/navigation.svelte';

async function open(name: string): Promise<void> {
  fake(`fleet-${name}`);
  render(App);
  await screen.findByRole('heading', { level: 1, name: 'Check many sources' });
}

const rows = (): HTMLElement[] => screen.getAllByRole('row').slice(1);
const first = (): HTMLElement => {
  const [row] = rows();
  if (row === undefined) throw new Error('no row is drawn');
  return row;
};

describe('many sources', () => {
  beforeEach(async () => {
    app.view = null;
    app.failure = null;
    app.fault = null;
    await navigate('fleet');
  });
  afterEach(() => clearMocks());

  it('take a list only once there is one', async () => {
    await open('empty');
    const take = screen.getByRole('button', { name: 'Use this list' });
    expect(take).toHaveAttribute('aria-disabled', 'true');
    await fireEvent.input(screen.getByRole('textbox', { name: 'List' }), { target: { value: 'a.company,x' } });
    expect(take).not.toHaveAttribute('aria-disabled');
  });

  it('name each line that isn’t checked', async () => {
    await open('bad');
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing in this list can be checked.');
    expect(screen.getByRole('alert')).toHaveTextContent('Line 2');
  });

  it('are one table, of which some rows are drawn', async () => {
    await open('done');
    const table = screen.getByRole('table', { name: 'Sources and results' });
    await vi.waitFor(() => expect(table).toHaveAttribute('aria-rowcount', '62'));
    await vi.waitFor(() => expect(rows().length).toBeGreaterThan(1));
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]).toHaveAttribute('aria-rowindex', '2');
    expect(screen.getByRole('columnheader', { name: 'Result' })).toHaveAttribute('aria-sort', 'descending');
    expect(within(first()).getByText('The button for “x-30” isn’t on the login page (+1)')).toBeVisible();
    await fireEvent.click(screen.getByRole('button', { name: 'Result' }));
    expect(screen.getByRole('columnheader', { name: 'Result' })).toHaveAttribute('aria-sort', 'ascending');
    await vi.waitFor(() => expect(within(first()).getByText('Working')).toBeVisible());
  });

  it('have one stop for Tab, which the arrows move', async () => {
    await open('stopped');
    const opens = (): HTMLElement[] => screen.getAllByRole('button', { name: /^Open / });
    await vi.waitFor(() => expect(opens().length).toBeGreaterThan(2));
    const stops = (): HTMLElement[] => opens().filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([opens()[0]]);
    opens()[0]?.focus();
    await fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    await vi.waitFor(() => expect(opens()[1]).toHaveFocus());
    expect(stops()).toEqual([opens()[1]]);
  });

  it('say how far it is, and offer what comes next', async () => {
    await open('running');
    expect(screen.getByRole('progressbar', { name: 'Sources checked' })).toHaveValue(26);
    expect(screen.getByText(/^26 of 61 checked/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Stop' })).toBeVisible();
  });
});
