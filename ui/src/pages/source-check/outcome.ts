import type { Finding, Message } from '../../lib/bindings';
import { message } from '../../lib/i18n';
import { severityTone, type Tone } from '../../parts/tone';

/** A finding's tone, and its verdict in a word. */
export function outcome({ outcome: came, severity }: Finding): { tone: Tone; verdict: Message } {
  if (came === 'skipped') return { tone: 'idle', verdict: message('page-check-skipped') };
  if (came === 'passed') return { tone: 'ok', verdict: message('page-check-fine') };
  return { tone: severityTone[severity], verdict: message(`page-check-${severity}`) };
}
