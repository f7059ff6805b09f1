import type { Tone } from '../parts/tone';
import type { DisplayText } from './i18n';

/** Shown for this long; nothing stands in a toast that has to be acted on. */
const DURATION_MS = 4000;

type Toast = { text: DisplayText; tone: Tone };

let current = $state<Toast>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The toast under way, if any. */
export const toasts = {
  get current(): Toast | undefined {
    return current;
  },
};

/** Says something that has no place on the page. A second one takes the first one's place. */
export function toast(text: DisplayText, tone: Tone = 'ok'): void {
  clearTimeout(timer);
  current = { text, tone };
  timer = setTimeout(() => {
    current = undefined;
  }, DURATION_MS);
}
