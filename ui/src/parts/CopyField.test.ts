import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest';
import { toasts } from '../lib/toast.svelte';
import CopyField from './CopyField.svelte';

const value = 'https://authentik.company/source/oauth/callback/twitter/';
const show = (): void => void render(CopyField, { what: 'callback', value, marks: ['twitter'] });
const button = (): HTMLElement => screen.getByRole('button', { name: 'Copy callback' });

describe('CopyField', () => {
  let written: string[];
  let writeText: MockInstance<(text: string) => Promise<void>>;
  beforeEach(() => {
    written = [];
    vi.useFakeTimers({ shouldAdvanceTime: true });
    userEvent.setup();
    writeText = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      written.push(text);
      return Promise.resolve();
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('shows the value in full, marked, breaking after slashes only', () => {
    show();
    const shown = document.querySelector('.value');
    expect(shown).toHaveTextContent(value);
    expect(shown?.querySelector('mark')).toHaveTextContent('twitter');
    expect(shown?.querySelectorAll('wbr')).toHaveLength(4);
  });

  it('copies, detail so for two seconds and tells the ear', async () => {
    show();
    await fireEvent.click(button());
    expect(written).toEqual([value]);
    expect(button()).toHaveTextContent('Copied');
    expect(screen.getByRole('status')).toHaveTextContent('Copied: callback');
    await vi.advanceTimersByTimeAsync(2000);
    expect(button()).toHaveTextContent('Copy');
    expect(screen.getByRole('status').textContent).toBe('');
  });

  it('copies all of it on Ctrl+C anywhere inside', async () => {
    show();
    await fireEvent.keyDown(button(), { key: 'c', ctrlKey: true });
    expect(written).toEqual([value]);
  });

  it('falls back to the old command where the clipboard refuses', async () => {
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    let selected: string | undefined;
    Object.defineProperty(document, 'execCommand', {
      configurable: true,
      value: () => {
        selected = document.querySelector('textarea')?.value;
        return true;
      },
    });
    show();
    button().focus();
    await fireEvent.click(button());
    await vi.waitFor(() => expect(button()).toHaveTextContent('Copied'));
    expect(selected).toBe(value);
    expect(document.querySelector('textarea')).toBeNull();
    expect(button()).toHaveFocus();
  });

  it('never claims a copy that neither way made', async () => {
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    Object.defineProperty(document, 'execCommand', { configurable: true, value: () => false });
    show();
    await fireEvent.click(button());
    await vi.waitFor(() => expect(toasts.current?.tone).toBe('bad'));
    expect(button()).toHaveTextContent('Copy');
  });
});
