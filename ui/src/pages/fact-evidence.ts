import type { Evidence, Message } from '../lib/bindings';
import { message } from '../lib/i18n';

/** How well a fact about X is supported, as a short label. */
export const factEvidence: Record<Evidence, Message> = {
  documented: message('page-known-documented'),
  observed: message('page-known-observed'),
  reported: message('page-known-reported'),
  inferred: message('page-known-inferred'),
  measured: message('page-known-measured'),
  unknown: message('page-known-unknown'),
};
