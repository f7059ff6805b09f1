import type { Tone } from '../parts/tone';
import type { Words } from './i18n';

/** Shown for this long; nothing stands in a toast that has to be acted on. */
const SHOWN = 4000;

type Toast = { words: Words; tone: Tone };

let shown = $state<Toast>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** The toast under way, if any. */
export const toasts = {
  get shown(): Toast | undefined {
    return shown;
  },
};

/** Says something that has no place on the page. A second one takes the first one's place. */
export function toast(words: Words, tone: Tone = 'ok'): void {
  clearTimeout(timer);
  shown = { words, tone };
  timer = setTimeout(() => {
    shown = undefined;
  }, SHOWN);
}
