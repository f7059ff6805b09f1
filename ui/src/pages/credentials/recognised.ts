import type { Message, PasteKind, PasteVerdict, Recognised } from '../../lib/bindings';
import type { Tone } from '../../parts/tone';

/** X's groups of keys, as they stand under each other on its page. */
export type KeyGroup = 'appOnly' | 'old' | 'new';

const tones: Record<PasteVerdict, Tone> = { fits: 'ok', suspicious: 'warn', wrong: 'bad' };

/** How a field says what it holds. Once X has accepted the pair, a doubt is only a note. */
export function recognisedTone(recognised: Recognised, accepted: boolean): Tone {
  return accepted && recognised.verdict === 'suspicious' ? 'note' : tones[recognised.verdict];
}

/** The result for a field, without results for empty fields. */
export function nonEmpty(recognised: Recognised | null): Recognised | null {
  return recognised === null || recognised.kind === 'empty' ? null : recognised;
}

/** What it is, to stand first and bold. A doubt needs a sentence, which stands in the plain weight. */
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

/** The group that something wrong was copied from, where its kind tells. */
export function copiedFromGroup(recognised: Recognised | null): KeyGroup | undefined {
  return recognised?.verdict === 'wrong' ? groups[recognised.kind] : undefined;
}
