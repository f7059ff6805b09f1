import type { DerivedUrl, Message, Warning } from '../../../lib/bindings';
import { message } from '../../../lib/i18n';
import type { Check } from '../../../parts/checks';
import { factEvidence } from '../../fact-evidence';

const about: Record<DerivedUrl, Message> = {
  callback: message('page-names-callback'),
  website: message('page-names-website'),
};

/** What X may refuse, as one row each: which of the URLs, why, and how well that is known. */
export function warningChecks(warnings: Warning[]): Check[] {
  return warnings.map(({ url, message: says, evidence }) => ({
    id: says.id,
    tone: evidence === 'unknown' ? 'note' : 'warn',
    title: about[url],
    says,
    aside: factEvidence[evidence],
  }));
}
