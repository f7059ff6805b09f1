import type { FleetRow, CheckMark, Severity } from '../../lib/bindings';
import { message, type DisplayText } from '../../lib/i18n';
import { severityTone, type Tone } from '../../parts/tone';

/** The content of a cell: its tone and a short text. */
type Cell = { tone: Tone; text: DisplayText };

const severityLabels: Record<Severity, DisplayText> = {
  fine: message('page-fleet-fine'),
  note: message('page-fleet-note'),
  risk: message('page-fleet-risk'),
  breaks: message('page-fleet-breaks'),
};

/** The cell of a row's verdict. A row without one is still waiting. */
export function verdictCell({ severity }: FleetRow): Cell {
  if (severity === null) return { tone: 'idle', text: message('page-fleet-waiting') };
  return { tone: severityTone[severity], text: severityLabels[severity] };
}

/** The cell of one check of a row. */
export function markCell(mark: CheckMark): Cell {
  if (mark === 'skipped') return { tone: 'idle', text: message('page-fleet-skipped') };
  if (mark === 'fine') return { tone: 'ok', text: message('page-fleet-ok') };
  return { tone: severityTone[mark], text: severityLabels[mark] };
}
