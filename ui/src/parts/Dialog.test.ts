import { fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import Dialog from './Dialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Undo takes both back.</p>' }));
const show = (): { onact: () => void; onclose: () => void } => {
  const heard = { onact: vi.fn(), onclose: vi.fn() };
  render(Dialog, { open: true, title: 'Push 2 changes?', act: { label: 'Push' }, children, ...heard });
  return heard;
};

describe('Dialog', () => {
  it('starts on the safe button and detail what it asks', () => {
    show();
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    expect(screen.getByRole('dialog', { name: 'Push 2 changes?' })).toHaveAccessibleDescription(
      'Undo takes both back.',
    );
  });

  it('takes Escape for the safe answer', async () => {
    const heard = show();
    await fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(heard.onclose).toHaveBeenCalledOnce();
    expect(heard.onact).not.toHaveBeenCalled();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('acts on Ctrl+Enter, once, and does not count as closed', async () => {
    const heard = show();
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Cancel' }), { key: 'Enter', ctrlKey: true });
    expect(heard.onact).toHaveBeenCalledOnce();
    expect(heard.onclose).not.toHaveBeenCalled();
  });
});
