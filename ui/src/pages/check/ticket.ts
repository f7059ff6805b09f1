import type { Finding, OutsidePage } from '../../lib/bindings';
import { say, t } from '../../lib/words';
import { outcome } from './outcome';

/** The findings as Markdown, for whoever mends them. The outside checks know no secret, so none is in it. */
export function ticket(outside: OutsidePage): string {
  const { findings, slug, read, address, at } = outside;
  const head = [
    `# ${t('page-check-ticket-title', { host: read?.host ?? address, slug })}`,
    '',
    t('page-check-ticket-says', { address: read?.base ?? address, at: at ?? '' }),
  ];
  return [...head, ...findings.flatMap(section), ''].join('\n');
}

function section(finding: Finding): string[] {
  const { title, detail, diagnosis, bytes } = finding;
  const lines = ['', `## ${say(title)}: ${say(outcome(finding).verdict)}`];
  const paragraph = (text: string): void => void lines.push('', text);
  if (detail) paragraph(say(detail));
  if (diagnosis) {
    paragraph(`**${say(diagnosis.title)}.** ${say(diagnosis.why)}`);
    paragraph(`**${t('shell-do-this')}** ${say(diagnosis.remedy)}`);
    paragraph(t('page-shell-diagnosis-id', { id: diagnosis.id }));
  }
  if (bytes && finding.outcome === 'found') {
    const wide = Math.max(...bytes.rows.map(({ label }) => say(label).length));
    const rows = bytes.rows.map(({ label, text }) => `${say(label).padEnd(wide)}  ${text}`);
    paragraph(['```', ...rows, ...(bytes.words ? [say(bytes.words)] : []), '```'].join('\n'));
  }
  return lines;
}
