import type { Evidence, Link, Message } from './bindings';
import { message } from './i18n';

/** The label of the button that opens each external page. */
export const linkLabels: Record<Link, Message> = {
  console: message('page-shell-link-console'),
  portal: message('page-shell-link-portal'),
  xStatus: message('page-shell-link-x-status'),
  xConnectedApps: message('page-shell-link-x-connected-apps'),
  xOauthDocs: message('page-shell-link-x-oauth-docs'),
  xAppDocs: message('page-shell-link-x-app-docs'),
  xScopesDocs: message('page-shell-link-x-scopes-docs'),
  xErrorsDocs: message('page-shell-link-x-errors-docs'),
  xLimitsDocs: message('page-shell-link-x-limits-docs'),
  xPricing: message('page-shell-link-x-pricing'),
  authentikSourceDocs: message('page-shell-link-authentik-source-docs'),
  authentikSourceStageDocs: message('page-shell-link-authentik-source-stage-docs'),
  authentikProxyDocs: message('page-shell-link-authentik-proxy-docs'),
  serverTokens: message('page-shell-link-server-tokens'),
  serverRoles: message('page-shell-link-server-roles'),
  serverSources: message('page-shell-link-server-sources'),
};

/** A sentence on how well a diagnosis is supported. */
export const evidenceSentences: Record<Evidence, Message> = {
  documented: message('page-shell-evidence-documented'),
  observed: message('page-shell-evidence-observed'),
  reported: message('page-shell-evidence-reported'),
  inferred: message('page-shell-evidence-inferred'),
  measured: message('page-shell-evidence-measured'),
  unknown: message('page-shell-evidence-unknown'),
};

/** The same as a short label, shown next to a cause. */
export const evidenceLabels: Record<Evidence, Message> = {
  documented: message('evidence-documented'),
  observed: message('evidence-observed'),
  reported: message('evidence-reported'),
  inferred: message('evidence-inferred'),
  measured: message('evidence-measured'),
  unknown: message('evidence-unknown'),
};
