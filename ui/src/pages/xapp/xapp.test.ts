import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { shown } from '../../gallery/shown';
import { drawnForm, markedPart } from './form';
import { states } from './states';
import XApp from './XApp.svelte';

// jsdom lays nothing out.
Element.prototype.scrollIntoView = vi.fn();

describe('a value', () => {
  const copy = 'Copy test callback, removed at the end';

  it('is ticked off when it is copied, and the tick can be taken back', async () => {
    const user = userEvent.setup();
    const { sent } = shown(XApp, states.callbacks);
    await user.click(screen.getByRole('button', { name: copy }));
    await vi.waitFor(() => expect(sent('xapp_tick')).toEqual([{ step: 'test-callback', done: true }]));
    await user.click(screen.getByRole('checkbox', { name: 'In X’s form', checked: true }));
    expect(sent('xapp_tick')[1]).toEqual({ step: 'callback', done: false });
  });

  it('leads on to the next action when its own is done with it', async () => {
    const user = userEvent.setup();
    shown(XApp, states.callbacks, states.save);
    await user.click(screen.getByRole('button', { name: copy }));
    await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('Save Changes'));
  });
});

describe('the drawing', () => {
  it('holds what is ticked off, and nothing else', () => {
    const parts = drawnForm(states.callbacks.xapp);
    const field = (id: string): unknown => parts.find((part) => 'id' in part && part.id === id);
    expect(field('app-permissions')).toMatchObject({
      filled: true,
      rows: [
        { kind: 'choice', label: 'Read', on: true },
        { kind: 'choice', on: false },
        { kind: 'choice', on: false },
        { kind: 'switch', label: 'Request email from users', on: false },
      ],
    });
    expect(field('callback')).toMatchObject({
      filled: false,
      rows: [
        { kind: 'box', value: 'https://authentik.company/source/oauth/callback/twitter/' },
        { kind: 'box', value: undefined },
        { kind: 'more', label: '+ Add another URI / URL' },
      ],
    });
    expect(field('website')).toMatchObject({ rows: [{ kind: 'box', value: undefined }] });
  });

  it('marks the field of the open action, and the button at the end', () => {
    expect(markedPart(states.callbacks.xapp)).toBe('callback');
    expect(markedPart(states.save.xapp)).toBe('save');
    expect(markedPart(states.done.xapp)).toBeUndefined();
  });
});
