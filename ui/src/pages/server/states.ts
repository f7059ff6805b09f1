// The page's states, for the gallery: each as the core would send it. Made-up values.
import { job, ready, waits } from '../../gallery/sample-job';
import type { AddressRead, Diagnosis, JobView, Kept, Reached, ServerPage } from '../../lib/bindings';
import { message } from '../../lib/words';

const server = (page: Partial<ServerPage>): JobView =>
  job({ page: 'server', host: page.read?.host ?? null, server: { ...job({}).server, ...page } });

const https = (host: string, own: Partial<AddressRead> = {}): AddressRead => ({
  base: `https://${host}`,
  scheme: 'https',
  host,
  port: 443,
  path: '',
  said: [],
  ...own,
});

const kept = (base: string, place: Kept['place'] = 'keyring'): Kept => ({
  ending: 'k2Lm',
  at: '2026-11-20T09:14:00Z',
  place,
  server: base,
});

const company: Partial<ServerPage> = {
  address: 'https://authentik.company/if/admin/',
  read: https('authentik.company', { said: [message('address-said-page', { path: '/if/admin/' })] }),
};

const reached: Reached = {
  version: '2025.12.4',
  user: 'm.okafor',
  superuser: true,
  token: { life: 'until', at: '2026-11-30T17:00:00Z' },
  xType: { name: 'twitter', verboseName: 'Twitter' },
  sources: { known: [{ name: 'GitHub', slug: 'github' }], all: 2, x: 0 },
  licence: 'unlicensed',
  loginStage: { name: 'default-authentication-identification', flow: 'default-authentication-flow' },
  rights: [
    { right: 'viewSource', allowed: 'allowed' },
    { right: 'addSource', allowed: 'allowed' },
    { right: 'changeSource', allowed: 'allowed' },
    { right: 'deleteSource', allowed: 'allowed' },
    { right: 'viewFlow', allowed: 'allowed' },
    { right: 'viewStage', allowed: 'allowed' },
    { right: 'changeStage', allowed: 'allowed' },
    { right: 'viewEvents', allowed: 'allowed' },
  ],
};

const serviceAccount: Reached = {
  ...reached,
  user: 'svc-sourcerer',
  superuser: false,
  token: { life: 'never' },
  loginStage: null,
  rights: [
    { right: 'viewSource', allowed: 'allowed' },
    { right: 'addSource', allowed: 'unknown' },
    { right: 'changeSource', allowed: 'unknown' },
    { right: 'deleteSource', allowed: 'unknown' },
    { right: 'viewFlow', allowed: 'allowed' },
    { right: 'viewStage', allowed: 'refused' },
    { right: 'changeStage', allowed: 'unknown' },
    { right: 'viewEvents', allowed: 'refused' },
  ],
};

const rightsMissing: Diagnosis = {
  id: 'rights-missing',
  severity: 'breaks',
  title: message('diagnosis-rights-missing', { count: 1 }),
  why: message('diagnosis-rights-missing.why', {
    rights: 'authentik_stages_identification.view_identificationstage',
    user: 'svc-sourcerer',
  }),
  remedy: message('diagnosis-rights-missing.remedy', { count: 1, user: 'svc-sourcerer' }),
  causes: [],
  link: 'serverRoles',
  evidence: 'documented',
};

const untrusted: Diagnosis = {
  id: 'server-tls-untrusted',
  severity: 'breaks',
  title: message('diagnosis-server-tls-untrusted', { host: 'auth.lan' }),
  why: message('diagnosis-server-tls-untrusted.why'),
  remedy: message('diagnosis-server-tls-untrusted.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const silent: Diagnosis = {
  id: 'server-timed-out',
  severity: 'breaks',
  title: message('diagnosis-server-timed-out', { host: 'authentik.company', seconds: 10 }),
  why: message('diagnosis-server-timed-out.why'),
  remedy: message('diagnosis-server-timed-out.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const noKeyring: Diagnosis = {
  id: 'keyring-missing',
  severity: 'breaks',
  title: message('diagnosis-keyring-missing'),
  why: message('diagnosis-keyring-missing.why'),
  remedy: message('diagnosis-keyring-missing.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const newer: Diagnosis = {
  id: 'release-newer',
  severity: 'note',
  title: message('diagnosis-release-newer', { version: '2026.8.1' }),
  why: message('diagnosis-release-newer.why'),
  remedy: message('diagnosis-release-newer.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const checked = { token: kept('https://authentik.company'), checkedAt: '2026-11-23T11:04:10Z' };
const again = ready('checkServer', message('bar-check-again'));

export const states = {
  empty: server({}),
  refused: server({
    address: 'https://authentik.company:99999',
    refused: message('address-error-port'),
    bar: waits('checkServer', message('bar-check-server'), message('bar-needs-address-and-token')),
  }),
  plainHttp: server({
    address: 'http://auth.lan:9000',
    refused: message('address-error-plain-http', { host: 'auth.lan' }),
    asksForHttp: true,
  }),
  plainHttpAgreed: server({
    address: 'http://auth.lan:9000',
    read: https('auth.lan', { base: 'http://auth.lan:9000', scheme: 'http', port: 9000 }),
    allowHttp: true,
    bar: waits('checkServer', message('bar-check-server'), message('bar-needs-token')),
  }),
  address: server({ ...company, bar: waits('checkServer', message('bar-check-server'), message('bar-needs-token')) }),
  path: server({
    address: 'https://auth.lan:9443/sso',
    read: https('auth.lan', {
      base: 'https://auth.lan:9443/sso',
      port: 9443,
      path: '/sso',
      said: [message('address-said-path', { path: '/sso' })],
    }),
    caFile: '/home/m.okafor/certificates/homelab-root-ca.pem',
    token: kept('https://auth.lan:9443/sso'),
    bar: ready('checkServer', message('bar-check-server')),
  }),
  noKeyring: server({
    ...company,
    keyring: noKeyring,
    bar: waits('checkServer', message('bar-check-server'), message('bar-needs-token')),
  }),
  inMemory: server({
    ...company,
    token: kept('https://authentik.company', 'memory'),
    bar: ready('checkServer', message('bar-check-server')),
  }),
  checking: server({ ...company, ...checked, bar: ready('checkServer', message('bar-check-server')) }),
  ready: server({ ...company, ...checked, reached, bar: ready('continue', message('bar-continue-names')) }),
  newer: server({
    ...company,
    ...checked,
    reached: { ...reached, version: '2026.8.1' },
    note: newer,
    bar: ready('continue', message('bar-continue-names')),
  }),
  rights: server({ ...company, ...checked, reached: serviceAccount, problem: rightsMissing, bar: again }),
  offline: server({ ...company, ...checked, problem: silent, bar: again }),
  untrusted: server({
    address: 'https://auth.lan:9443',
    read: https('auth.lan', { base: 'https://auth.lan:9443', port: 9443 }),
    token: kept('https://auth.lan:9443'),
    checkedAt: checked.checkedAt,
    problem: untrusted,
    bar: again,
  }),
} satisfies Record<string, JobView>;
