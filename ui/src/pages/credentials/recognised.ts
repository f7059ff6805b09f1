import type { Message, PasteKind, PasteVerdict, Recognised } from '../../lib/bindings';
import type { Tone } from '../../parts/tone';

/** X's groups of keys, in the order of its page. */
export type KeyGroup = 'appOnly' | 'old' | 'new';

const tones: Record<PasteVerdict, Tone> = { fits: 'ok', suspicious: 'warn', wrong: 'bad' };

/** The tone of a field's message. If X has accepted the client credentials, a doubt is only a note. */
export function recognisedTone(recognised: Recognised, accepted: boolean): Tone {
  return accepted && recognised.verdict === 'suspicious' ? 'note' : tones[recognised.verdict];
}

/** The result for a field; `null` for an empty field. */
export function nonEmpty(recognised: Recognised | null): Recognised | null {
  return recognised === null || recognised.kind === 'empty' ? null : recognised;
}

/** The recognized kind as a short bold text. A doubt needs a sentence, which isn't bold. */
export function headline(recognised: Recognised | null): Message | undefined {
  return recognised === null || recognised.verdict === 'suspicious' ? undefined : recognised.says;
}

const groups: Partial<Record<PasteKind, KeyGroup>> = {
  bearerToken: 'appOnly',
  apiKey: 'old',
  oldPair: 'old',
  oldAccessToken: 'old',
  oldSecret: 'old',
  accessToken: 'new',
  refreshToken: 'new',
};

/** The group that a wrong value was copied from, if its kind shows it. */
export function copiedFromGroup(recognised: Recognised | null): KeyGroup | undefined {
  return recognised?.verdict === 'wrong' ? groups[recognised.kind] : undefined;
}
