import type { Tone } from '../parts/tone';
import type { DisplayText } from './i18n';

/** How long a toast is shown, in milliseconds. A toast never contains anything that needs a reaction. */
const DURATION_MS = 4000;

type Toast = { text: DisplayText; tone: Tone };

let current = $state<Toast>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The toast that is shown, if any. */
export const toasts = {
  get current(): Toast | undefined {
    return current;
  },
};

/** Shows a short notice that has no place on the page. It replaces the one that is shown. */
export function toast(text: DisplayText, tone: Tone = 'ok'): void {
  clearTimeout(timer);
  current = { text, tone };
  timer = setTimeout(() => {
    current = undefined;
  }, DURATION_MS);
}
