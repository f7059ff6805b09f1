import type { Finding, Message } from '../../lib/bindings';
import { message } from '../../lib/i18n';
import { severityTone, type Tone } from '../../parts/tone';

/** The tone of a finding, and its verdict as a short text. */
export function outcome({ outcome: came, severity }: Finding): { tone: Tone; verdict: Message } {
  if (came === 'skipped') return { tone: 'idle', verdict: message('page-source-check-skipped') };
  if (came === 'passed') return { tone: 'ok', verdict: message('page-source-check-fine') };
  return { tone: severityTone[severity], verdict: message(`page-source-check-${severity}`) };
}
