import type { Severity } from '../lib/bindings';
import type { IconName } from './icons';

/** The tone of a message: a verdict, a note, something running (`live`) or not started (`idle`). */
export type Tone = 'ok' | 'warn' | 'bad' | 'note' | 'idle' | 'live';

/** Each tone has its own shape, so that color is never the only cue. */
export const toneIcon: Record<Tone, IconName> = {
  ok: 'done',
  warn: 'warn',
  bad: 'bad',
  note: 'info',
  idle: 'skip',
  live: 'doing',
};

/** The tone for the severity of a diagnosis or a finding. */
export const severityTone: Record<Severity, Tone> = { fine: 'ok', note: 'note', risk: 'warn', breaks: 'bad' };
