import { message, type DisplayText } from '../lib/i18n';
import type { Stage } from '../lib/bindings';

const NUMBERS = [1, 2, 3, 4, 5] as const;

/** The content of "Why this?" for a page. */
export function pageHelp(page: Stage | 'start'): { title: DisplayText; detail: DisplayText }[] {
  const topics = page === 'xapp' ? (['xapp', 'credentials'] as const) : [page];
  return topics.flatMap((topic) =>
    NUMBERS.map((nth) => ({
      title: message(`why-${topic}-${nth}-title`),
      detail: message(`why-${topic}-${nth}`),
    })),
  );
}
