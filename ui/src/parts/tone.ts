import type { Severity } from '../lib/bindings';
import type { IconName } from './icons';

/** What something is said in: a verdict, a note, something under way (`live`) or not yet (`idle`). */
export type Tone = 'ok' | 'warn' | 'bad' | 'note' | 'idle' | 'live';

/** Shape tells a tone from the others before its colour does. */
export const toneIcon: Record<Tone, IconName> = {
  ok: 'done',
  warn: 'warn',
  bad: 'bad',
  note: 'info',
  idle: 'skip',
  live: 'doing',
};

/** How bad a diagnosis or a finding is. */
export const severityTone: Record<Severity, Tone> = { fine: 'ok', note: 'note', risk: 'warn', breaks: 'bad' };
