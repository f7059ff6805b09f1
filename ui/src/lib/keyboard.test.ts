import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keyCommand, Keyboard, type KeyCommand } from './keyboard';

const key = (init: KeyboardEventInit): KeyboardEvent =>
  new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });

describe('the keyboard map', () => {
  it.each<[KeyboardEventInit, KeyCommand | undefined]>([
    [{ key: 'Enter' }, 'continue'],
    [{ key: 'Enter', ctrlKey: true }, 'push'],
    [{ key: 'ArrowLeft', altKey: true }, 'back'],
    [{ key: 'ArrowLeft' }, undefined],
    [{ key: '1', code: 'Digit1', altKey: true }, 'stage1'],
    [{ key: '¡', code: 'Digit6', altKey: true }, 'stage6'],
    [{ key: '7', code: 'Digit7', altKey: true }, undefined],
    [{ key: 'F1' }, 'why'],
    [{ key: 'F5' }, 'again'],
    [{ key: 'F6' }, 'nextArea'],
    [{ key: 'F6', shiftKey: true }, 'previousArea'],
    [{ key: 't', ctrlKey: true }, 'sent'],
    [{ key: 'f', ctrlKey: true }, 'filter'],
    [{ key: 'C', ctrlKey: true, shiftKey: true }, 'ticket'],
    [{ key: 'c', ctrlKey: true }, undefined],
    [{ key: 'n', ctrlKey: true }, 'newJob'],
    [{ key: 'o', ctrlKey: true }, 'openFile'],
    [{ key: ',', ctrlKey: true }, 'settings'],
    [{ key: '?', ctrlKey: true, shiftKey: true }, 'why'],
    [{ key: '=', ctrlKey: true }, 'zoomIn'],
    [{ key: '+', ctrlKey: true, shiftKey: true }, 'zoomIn'],
    [{ key: '-', ctrlKey: true }, 'zoomOut'],
    [{ key: '0', ctrlKey: true }, 'zoomReset'],
    [{ key: '0' }, undefined],
    [{ key: 'Escape' }, 'close'],
    [{ key: 't', metaKey: true }, undefined],
  ])('%o is %s', (init, act) => {
    expect(keyCommand(key(init), false)).toBe(act);
  });

  it('takes Cmd for Ctrl on macOS', () => {
    expect(keyCommand(key({ key: 't', metaKey: true }), true)).toBe('sent');
    expect(keyCommand(key({ key: 't', ctrlKey: true }), true)).toBeUndefined();
  });
});

describe('the keyboard', () => {
  let keyboard: Keyboard;
  let stop: () => void;
  beforeEach(() => {
    keyboard = new Keyboard(false);
    stop = keyboard.listen(window);
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });

  const press = (init: KeyboardEventInit, on: Element = document.body): KeyboardEvent => {
    const event = key(init);
    on.dispatchEvent(event);
    return event;
  };

  it('asks whoever bound last, and the one before if that says no', () => {
    const asked: string[] = [];
    keyboard.bind({ close: () => void asked.push('shell') });
    const unbind = keyboard.bind({ close: () => (asked.push('page'), false) });
    press({ key: 'Escape' });
    expect(asked).toEqual(['page', 'shell']);
    unbind();
    press({ key: 'Escape' });
    expect(asked).toEqual(['page', 'shell', 'shell']);
  });

  it('never lets the webview reload or leave, whoever is bound', () => {
    expect(press({ key: 'F5' }).defaultPrevented).toBe(true);
    expect(press({ key: 'r', ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press({ key: 'ArrowLeft', altKey: true }).defaultPrevented).toBe(true);
  });

  it('leaves Enter to buttons and links, and takes it from a field', () => {
    const go = vi.fn();
    keyboard.bind({ continue: go });
    document.body.innerHTML = '<button>A</button><a href="#b">B</a><textarea></textarea><input />';
    for (const name of ['button', 'a', 'textarea']) {
      const element = document.querySelector(name);
      if (element !== null) press({ key: 'Enter' }, element);
    }
    expect(go).not.toHaveBeenCalled();
    const input = document.querySelector('input');
    if (input !== null) press({ key: 'Enter' }, input);
    expect(go).toHaveBeenCalledOnce();
  });

  it('does nothing behind an open dialog', () => {
    const back = vi.fn();
    keyboard.bind({ back, continue: back, close: back });
    document.body.innerHTML = '<dialog open></dialog>';
    press({ key: 'ArrowLeft', altKey: true });
    press({ key: 'Enter' });
    press({ key: 'Escape' });
    expect(back).not.toHaveBeenCalled();
  });
});
