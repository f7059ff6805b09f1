import type { ExportFormat } from '../../lib/bindings';
import { message, type DisplayText } from '../../lib/i18n';
import type { MenuItem } from '../../parts/menu';

/** The title and the description of each format. */
export const formats: Record<ExportFormat, { title: DisplayText; detail: DisplayText }> = {
  blueprint: { title: message('page-export-blueprint'), detail: message('page-export-blueprint-text') },
  blueprintFile: { title: message('page-export-blueprint'), detail: message('page-export-blueprint-text') },
  terraform: { title: message('page-export-terraform'), detail: message('page-export-terraform-text') },
  curl: { title: message('page-export-curl'), detail: message('page-export-curl-text') },
  runbook: { title: message('page-export-runbook'), detail: message('page-export-runbook-text') },
};

/** The menu entry that isn't an export: the findings as a file. */
export const report = 'report';

/** The menu: first the findings, then the plan, with a line between the two kinds. */
export const entries: MenuItem[] = [
  { id: report, icon: 'file', title: message('page-export-report'), detail: message('page-export-report-says') },
  'line',
  {
    id: 'blueprint',
    icon: 'save',
    title: message('page-export-blueprint'),
    detail: message('page-export-blueprint-says'),
  },
  {
    id: 'terraform',
    icon: 'save',
    title: message('page-export-terraform'),
    detail: message('page-export-terraform-says'),
  },
  { id: 'curl', icon: 'save', title: message('page-export-curl'), detail: message('page-export-curl-says') },
  { id: 'runbook', icon: 'save', title: message('page-export-runbook'), detail: message('page-export-runbook-says') },
];

export const isFormat = (id: string): id is ExportFormat => Object.hasOwn(formats, id);
