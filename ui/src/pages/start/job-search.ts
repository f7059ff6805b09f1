import type { JobSummary } from '../../lib/bindings';

/** Whether each of these words is in the job's own name, its server, its slug or the name on its button. */
export function matches(card: JobSummary, words: string): boolean {
  const text = [card.label, card.host, card.slug, card.name].join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
