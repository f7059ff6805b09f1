import type { Evidence, Message } from '../lib/bindings';
import { day } from '../lib/format';
import { message, formatMessage } from '../lib/i18n';

/** How well a fact about X is supported, as a short label. */
export const factEvidence: Record<Evidence, Message> = {
  documented: message('page-known-documented'),
  observed: message('page-known-observed'),
  reported: message('page-known-reported'),
  inferred: message('page-known-inferred'),
  measured: message('page-known-measured'),
  unknown: message('page-known-unknown'),
};

/** The same with the day (`YYYY-MM-DD`) on which it was last looked at. */
export function factEvidenceWithDate(evidence: Evidence, checked: string, now: Date): Message {
  return message('page-known-checked', { how: formatMessage(factEvidence[evidence]), day: formatDate(checked, now) });
}

/** A date without a time, which is the same day everywhere. */
export function formatDate(date: string, now: Date): string {
  return day(new Date(`${date}T00:00`), now);
}
