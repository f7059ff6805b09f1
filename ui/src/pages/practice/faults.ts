import type { Message, PracticeFault, PracticePlace } from '../../lib/bindings';
import { message, formatMessage, type DisplayText } from '../../lib/i18n';

/** The places with those of their faults that contain all typed words in their title, explanation or name. */
export function found(places: readonly PracticePlace[], typed: string): PracticePlace[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (fault: PracticeFault): boolean => {
    const text = [formatMessage(fault.title), formatMessage(fault.does), fault.name, formatMessage(fault.tag)]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return places
    .map((place) => ({ ...place, faults: place.faults.filter(fits) }))
    .filter((place) => place.faults.length > 0);
}

/** The evidence tags of the faults, each once, with their meaning. */
export function tags(places: readonly PracticePlace[]): Pick<PracticeFault, 'tag' | 'tagSays'>[] {
  const all = places.flatMap((place) => place.faults);
  return all.filter((fault, nth) => all.findIndex((other) => other.tag.id === fault.tag.id) === nth);
}

/** How many of these faults are chosen. */
export const among = (faults: readonly PracticeFault[], chosen: readonly string[]): number =>
  faults.filter((fault) => chosen.includes(fault.name)).length;

/** A fault's title; its name if the message files don't contain one. */
function title(name: string): string {
  const words: Message = { id: `fault-${name}.title`, args: {} };
  const said = formatMessage(words);
  return said === words.id ? name : said;
}

/** The text of the band while practice servers run. */
export function atWork(names: readonly string[], hidden: boolean): DisplayText {
  if (hidden) return message('page-shell-practice-hidden');
  if (names.length === 0) return message('page-shell-practice-none');
  return message('page-shell-practice-faults', { count: names.length, faults: names.map(title).join(', ') });
}
