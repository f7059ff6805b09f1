import type { ExportFormat, ExportPage, JobView } from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** What the page shows of exports, made up: nothing here is part of the product. */

export const offered: ExportPage = { offered: true, ready: false, unread: null, why: null };

const unread: ExportPage = {
  ...offered,
  unread: message('export-unread-window'),
  why: {
    id: 'api-token-refused',
    severity: 'breaks',
    title: message('diagnosis-api-token-refused', { host: 'authentik.company' }),
    why: message('diagnosis-api-token-refused.why'),
    remedy: message('diagnosis-api-token-refused.remedy'),
    causes: [],
    link: 'serverTokens',
    evidence: 'measured',
  },
};

export const states: Record<string, ExportPage> = { exports: offered, 'exports-unread': unread };

/** After a look, which changes nothing of what is known here. */
export const looked = (job: JobView): ExportPage => ({ ...job.export, ready: true });

const blueprint = (secret: string): string =>
  [
    '# Sign in with X on authentik.company, slug twitter',
    '#',
    '# It holds no secret, no results of checks and nobody’s links.',
    'version: 1',
    'entries:',
    '  - model: authentik_sources_oauth.oauthsource',
    '    identifiers:',
    '      slug: "twitter"',
    '    attrs:',
    '      provider_type: "twitter"',
    `      consumer_secret: ${secret}`,
    '      authentication_flow: !Find [authentik_flows.flow, [slug, "default-source-authentication"]]',
    '',
  ].join('\n');

export const exportText: Record<ExportFormat, string> = {
  blueprint: blueprint('!Env X_CLIENT_SECRET'),
  blueprintFile: blueprint('!File /run/secrets/x_client_secret'),
  terraform: 'resource "authentik_source_oauth" "twitter" {\n  name = "X"\n  slug = "twitter"\n}\n',
  curl: "#!/bin/sh\nset -eu\nserver=${AUTHENTIK_URL:-'https://authentik.company'}\n",
  runbook: '# Sign in with X on authentik.company, slug twitter\n\n## At X\n\n1. Make an app\n',
};
