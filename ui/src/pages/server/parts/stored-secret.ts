import type { StoredSecret, Message } from '../../../lib/bindings';
import { clock, day, sameDay } from '../../../lib/format';
import { message } from '../../../lib/i18n';

/** Where a secret is stored, and since when. */
export function storedText({ ending, at, place }: StoredSecret, now: Date): Message {
  const when = new Date(at);
  switch (place) {
    case 'keyring':
      return message('shell-stored-keyring', { ends: ending, when: sameDay(when, now) ? clock(when) : day(when, now) });
    case 'memory':
      return message('shell-stored-memory', { ends: ending });
  }
}
