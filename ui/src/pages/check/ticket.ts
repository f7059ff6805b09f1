import type { Finding, SupportPage, ReachLegView, Unseen } from '../../lib/bindings';
import { say, t } from '../../lib/words';
import { drawn } from '../legs';
import { outcome } from './outcome';

/** The findings and the way there as Markdown, for whoever mends them. No finding holds a secret or the name of somebody who signed in. */
export function ticket(page: SupportPage): string {
  const { findings, legs, unseen, slug, read, address, at } = page;
  const host = read?.host ?? address;
  const head = [
    `# ${t('page-check-ticket-title', { host, slug })}`,
    '',
    t(page.token === null ? 'page-check-ticket-says' : 'page-check-ticket-says-token', {
      address: read?.base ?? address,
      at: at ?? '',
    }),
  ];
  return [...head, ...findings.flatMap(section), ...way(legs, host), ...open(unseen), ''].join('\n');
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

function way(legs: ReachLegView[], host: string): string[] {
  if (legs.length === 0) return [];
  const rows = drawn(legs).map(({ title, verdict, took }, at) => {
    const went = [verdict === undefined ? t('shell-leg-ok') : say(verdict), took].filter((part) => part !== undefined);
    return [`- ${say(title)}: ${went.join(', ')}.`, ...(legs[at]?.says ?? []).map(say)].join(' ');
  });
  const notes = legs.filter(({ verdict }) => verdict === 'noted').flatMap(({ diagnosis }) => diagnosis ?? []);
  const noted = notes.flatMap(({ title, remedy }) => ['', `**${say(title)}.** ${say(remedy)}`]);
  return ['', `## ${t('page-server-way', { host })}`, '', ...rows, ...noted];
}

function open(unseen: Unseen[]): string[] {
  if (unseen.length === 0) return [];
  const rows = unseen.map(({ what, with: needs }) => `- ${say(what)}. ${say(needs)}`);
  return ['', `## ${t('page-check-unseen-more')}`, '', ...rows];
}
