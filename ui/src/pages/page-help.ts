import { message, type Words } from '../lib/i18n';
import type { Stage } from '../lib/bindings';

const NUMBERS = [1, 2, 3, 4, 5] as const;

/** "Why this?" of a page. */
export function why(page: Stage | 'start'): { title: Words; says: Words }[] {
  return NUMBERS.map((nth) => ({
    title: message(`why-${page}-${nth}-title`),
    says: message(`why-${page}-${nth}`),
  }));
}
