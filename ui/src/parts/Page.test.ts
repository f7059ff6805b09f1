import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import InFrame from '../gallery/InFrame.svelte';
import { keyboard } from '../lib/keyboard';
import { panels } from '../lib/panels.svelte';

describe('a page in its frame', () => {
  let stop: () => void;
  beforeEach(() => {
    stop = keyboard.listen(window);
    render(InFrame);
  });
  afterEach(() => {
    stop();
    panels.trace = false;
    panels.help = false;
  });

  it('begins at its title and names the window', () => {
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(document.title).toBe('Error: Test sign-in – Sourcerer');
  });

  it('detail why the filled button cannot go', () => {
    const button = screen.getByRole('button', { name: 'Continue to Review' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('Confirm the risk to go on. Confirm…');
  });

  it('opens help and trace by key, and Escape closes the topmost first', async () => {
    await fireEvent.keyDown(document.body, { key: 'F1' });
    await fireEvent.keyDown(document.body, { key: 't', ctrlKey: true });
    expect(screen.getByRole('complementary', { name: 'Help' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Request log' })).toBeVisible();
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByRole('region', { name: 'Request log' })).toBeNull();
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('gives the focus back to the button of a panel that closes', async () => {
    for (const { key, panel, button } of [
      { key: { key: 'F1' }, panel: 'complementary', button: 'Help' },
      { key: { key: 't', ctrlKey: true }, panel: 'region', button: /^Request log, / },
    ] as const) {
      await fireEvent.keyDown(document.body, key);
      const close = screen.getByRole('button', {
        name: panel === 'region' ? 'Close request log' : 'Close Help',
      });
      close.focus();
      await fireEvent.keyDown(close, { key: 'Escape' });
      expect(screen.getByRole('button', { name: button })).toHaveFocus();
    }
  });

  it('offers only stages that can be opened', () => {
    const rail = screen.getByRole('navigation', { name: 'Stages' });
    expect(rail.querySelectorAll('a[href^="#/"][aria-keyshortcuts]')).toHaveLength(4);
    expect(screen.getByRole('link', { current: 'step' })).toHaveTextContent('X app');
  });
});
