import type { FleetRow, Mark, Severity } from '../../lib/bindings';
import { message, type Words } from '../../lib/i18n';
import { severityTone, type Tone } from '../../parts/tone';

/** How something looks: its tone, and a word. */
type Look = { tone: Tone; words: Words };

const severities: Record<Severity, Words> = {
  fine: message('page-many-fine'),
  note: message('page-many-note'),
  risk: message('page-many-risk'),
  breaks: message('page-many-breaks'),
};

/** A row's verdict; without one it waits. */
export function verdictOf({ severity }: FleetRow): Look {
  if (severity === null) return { tone: 'idle', words: message('page-many-waiting') };
  return { tone: severityTone[severity], words: severities[severity] };
}

/** How one check of a row ended. */
export function markOf(mark: Mark): Look {
  if (mark === 'skipped') return { tone: 'idle', words: message('page-many-skipped') };
  if (mark === 'fine') return { tone: 'ok', words: message('page-many-ok') };
  return { tone: severityTone[mark], words: severities[mark] };
}
