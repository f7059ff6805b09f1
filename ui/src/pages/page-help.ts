import { message, type DisplayText } from '../lib/i18n';
import type { Stage } from '../lib/bindings';

const NUMBERS = [1, 2, 3, 4, 5] as const;

/** The content of "Why this?" for a page. */
export function pageHelp(page: Stage | 'start'): { title: DisplayText; detail: DisplayText }[] {
  return NUMBERS.map((nth) => ({
    title: message(`why-${page}-${nth}-title`),
    detail: message(`why-${page}-${nth}`),
  }));
}
