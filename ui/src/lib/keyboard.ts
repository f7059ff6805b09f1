/** The commands that keys can trigger. The keyboard map in DESIGN lists the same. */
export type KeyCommand =
  | 'continue'
  | 'back'
  | 'why'
  | 'again'
  | 'nextArea'
  | 'previousArea'
  | 'sent'
  | 'push'
  | 'ticket'
  | 'filter'
  | 'close'
  | 'newJob'
  | 'openFile'
  | 'settings'
  | 'zoomIn'
  | 'zoomOut'
  | 'zoomReset'
  | `stage${1 | 2 | 3 | 4 | 5 | 6}`;

/** A handler returns false to pass the command on to the handlers that were bound before it. */
export type Handlers = Partial<Record<KeyCommand, () => boolean | undefined>>;

/** On macOS, Cmd takes the place of Ctrl. */
export const isMac = (): boolean => /^mac/i.test(navigator.platform);

/** The command of a key press, if it has one. */
export function keyCommand(event: KeyboardEvent, mac: boolean): KeyCommand | undefined {
  const ctrl = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  const other = mac ? event.ctrlKey : event.metaKey;
  const { shiftKey: shift, altKey: alt } = event;
  if (other) return undefined;
  if (alt && !ctrl && !shift) {
    if (event.key === 'ArrowLeft') return 'back';
    // Option changes the character of a digit key on macOS, so the physical key decides.
    const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
    return digit === undefined ? undefined : (`stage${digit}` as KeyCommand);
  }
  if (alt) return undefined;
  if (ctrl) {
    const key = event.key.toLowerCase();
    // On some keyboards these characters are typed with Shift, on others without.
    const either = ({ '+': 'zoomIn', '-': 'zoomOut', '?': 'why' } as const)[key];
    if (either !== undefined) return either;
    if (shift) return key === 'c' ? 'ticket' : undefined;
    return (
      {
        t: 'sent',
        f: 'filter',
        enter: 'push',
        r: 'again',
        n: 'newJob',
        o: 'openFile',
        ',': 'settings',
        '=': 'zoomIn',
        '0': 'zoomReset',
      } as const
    )[key];
  }
  if (event.key === 'F6') return shift ? 'previousArea' : 'nextArea';
  if (shift) return undefined;
  return ({ F1: 'why', F5: 'again', Escape: 'close', Enter: 'continue' } as const)[event.key];
}

/** Elements that handle Enter themselves. */
const HANDLES_ENTER = 'button, a[href], summary, select, textarea, [role="menuitem"], [contenteditable="true"]';

/** The one place that turns keys into commands. The handlers that were bound last come first. */
export class Keyboard {
  readonly #bound: Handlers[] = [];
  readonly #mac: boolean;

  constructor(mac: boolean = isMac()) {
    this.#mac = mac;
  }

  /** Binds until the returned function is called. */
  bind(handlers: Handlers): () => void {
    this.#bound.push(handlers);
    return () => {
      const at = this.#bound.indexOf(handlers);
      if (at >= 0) this.#bound.splice(at, 1);
    };
  }

  /** Listens on a window until the returned function is called. */
  listen(to: Window): () => void {
    const press = (event: KeyboardEvent): void => this.press(event);
    to.addEventListener('keydown', press);
    return () => to.removeEventListener('keydown', press);
  }

  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const act = keyCommand(event, this.#mac);
    if (act === undefined) return;
    const target = event.target instanceof Element ? event.target : null;
    // An open dialog handles Escape and Ctrl+Enter itself.
    if (document.querySelector('dialog[open]') !== null) {
      if (act !== 'close' && act !== 'continue') event.preventDefault();
      return;
    }
    if (act === 'continue' && (event.repeat || target?.closest(HANDLES_ENTER))) return;
    const taken = this.#bound.toReversed().some((handlers) => {
      const handler = handlers[act];
      return handler !== undefined && handler() !== false;
    });
    // The webview would reload, search or go back in its history, which must never happen, even without a handler.
    if (taken || (act !== 'continue' && act !== 'close')) event.preventDefault();
  }
}

export const keyboard = new Keyboard();
