import type { Finding, Message } from '../../lib/bindings';
import { message } from '../../lib/i18n';
import type { Check } from '../../parts/checks';
import { severityTone, type Tone } from '../../parts/tone';

const words: Record<Finding['severity'], Message> = {
  fine: message('page-verify-ok'),
  note: message('page-verify-note'),
  risk: message('page-verify-risk'),
  breaks: message('page-verify-problem'),
};

function tone(finding: Finding): Tone {
  switch (finding.outcome) {
    case 'passed':
      return 'ok';
    case 'skipped':
      return 'idle';
    case 'found':
      return severityTone[finding.severity];
  }
}

/** Findings as rows. Passed ones have no details, and the one in the banner doesn't repeat its reason. */
export function rows(findings: Finding[], inBanner: string | undefined): Check[] {
  return findings.map((finding) => ({
    id: finding.id,
    tone: tone(finding),
    title: finding.title,
    detail: finding.detail ?? (finding.id === inBanner ? undefined : finding.diagnosis?.why),
    verdict: finding.outcome === 'found' ? words[finding.severity] : undefined,
    aside: finding.outcome === 'skipped' ? message('page-verify-not-run') : undefined,
  }));
}

/** The worst finding, if it is more than a note. The findings are ordered, worst first. */
export function worst(findings: Finding[]): Finding | undefined {
  return findings.find(
    ({ outcome, severity }) => outcome === 'found' && (severity === 'breaks' || severity === 'risk'),
  );
}
