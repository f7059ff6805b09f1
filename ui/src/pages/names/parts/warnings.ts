import type { Derived, Evidence, Message, Warning } from '../../../lib/bindings';
import { message } from '../../../lib/words';
import type { Check } from '../../../parts/checks';

const about: Record<Derived, Message> = {
  callback: message('page-names-callback'),
  website: message('page-names-website'),
};

const known: Record<Evidence, Message> = {
  documented: message('page-names-documented'),
  observed: message('page-names-seen'),
  reported: message('page-names-reported'),
  inferred: message('page-names-concluded'),
  measured: message('page-names-seen'),
  unknown: message('page-names-not-known'),
};

/** What X may not like, a row each: which of the URLs, why, and how well that is known. */
export function warningChecks(warnings: Warning[]): Check[] {
  return warnings.map(({ url, message: says, evidence }) => ({
    id: says.id,
    tone: evidence === 'unknown' ? 'note' : 'warn',
    title: about[url],
    says,
    aside: known[evidence],
  }));
}
