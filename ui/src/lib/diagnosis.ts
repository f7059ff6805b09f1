import type { Evidence, Link, Message } from './bindings';
import { message } from './words';

/** What the button to a page says. */
export const linkWords: Record<Link, Message> = {
  console: message('page-shell-link-console'),
  portal: message('page-shell-link-portal'),
  xStatus: message('page-shell-link-x-status'),
  xOauthDocs: message('page-shell-link-x-oauth-docs'),
  xErrorsDocs: message('page-shell-link-x-errors-docs'),
  authentikSourceDocs: message('page-shell-link-authentik-source-docs'),
  authentikProxyDocs: message('page-shell-link-authentik-proxy-docs'),
  serverTokens: message('page-shell-link-server-tokens'),
  serverRoles: message('page-shell-link-server-roles'),
  serverSources: message('page-shell-link-server-sources'),
};

/** How well something is known, in plain words. */
export const evidenceWords: Record<Evidence, Message> = {
  documented: message('page-shell-evidence-documented'),
  observed: message('page-shell-evidence-observed'),
  reported: message('page-shell-evidence-reported'),
  inferred: message('page-shell-evidence-inferred'),
  measured: message('page-shell-evidence-measured'),
  unknown: message('page-shell-evidence-unknown'),
};
