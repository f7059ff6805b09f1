import type { FleetRow, Mark, Severity } from '../../lib/bindings';
import { message, type DisplayText } from '../../lib/i18n';
import { severityTone, type Tone } from '../../parts/tone';

/** How something looks: its tone, and a word. */
type Cell = { tone: Tone; text: DisplayText };

const severityLabels: Record<Severity, DisplayText> = {
  fine: message('page-fleet-fine'),
  note: message('page-fleet-note'),
  risk: message('page-fleet-risk'),
  breaks: message('page-fleet-breaks'),
};

/** A row's verdict; without one it waits. */
export function verdictCell({ severity }: FleetRow): Cell {
  if (severity === null) return { tone: 'idle', text: message('page-fleet-waiting') };
  return { tone: severityTone[severity], text: severityLabels[severity] };
}

/** How one check of a row ended. */
export function markCell(mark: Mark): Cell {
  if (mark === 'skipped') return { tone: 'idle', text: message('page-fleet-skipped') };
  if (mark === 'fine') return { tone: 'ok', text: message('page-fleet-ok') };
  return { tone: severityTone[mark], text: severityLabels[mark] };
}
