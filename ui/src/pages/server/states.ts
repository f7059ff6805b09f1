// The page's states, for the gallery: each as the core would send it. Made-up values.
import { met, underWay, way } from '../../gallery/legs';
import { job, ready, waits } from '../../gallery/sample-job';
import type {
  AddressPreview,
  Diagnosis,
  RoleSetup,
  JobView,
  StoredSecret,
  ServerSummary,
  ServerPage,
} from '../../lib/bindings';
import { message } from '../../lib/i18n';

const server = (page: Partial<ServerPage>): JobView =>
  job({ page: 'server', host: page.read?.host ?? null, server: { ...job({}).server, ...page } });

const https = (host: string, own: Partial<AddressPreview> = {}): AddressPreview => ({
  base: `https://${host}`,
  scheme: 'https',
  host,
  hostWritten: null,
  port: 443,
  path: '',
  said: [],
  ...own,
});

const kept = (base: string, place: StoredSecret['place'] = 'keyring'): StoredSecret => ({
  ending: 'k2Lm',
  at: '2026-11-20T09:14:00Z',
  place,
  server: base,
});

const company: Partial<ServerPage> = {
  address: 'https://authentik.company/if/admin/',
  read: https('authentik.company', { said: [message('address-said-page', { path: '/if/admin/' })] }),
};

const reached: ServerSummary = {
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

const serviceAccount: ServerSummary = {
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

const soon: Diagnosis = {
  id: 'token-expires-soon',
  severity: 'risk',
  title: message('diagnosis-token-expires-soon', { minutes: 27 }),
  why: message('diagnosis-token-expires-soon.why', { host: 'authentik.company' }),
  remedy: message('diagnosis-token-expires-soon.remedy'),
  causes: [],
  link: 'serverTokens',
  evidence: 'measured',
};

const behind: Diagnosis = {
  id: 'clock-differs',
  severity: 'risk',
  title: message('diagnosis-clock-differs', { amount: 4, host: 'authentik.company', unit: 'minutes', way: 'behind' }),
  why: message('diagnosis-clock-differs.why'),
  remedy: message('diagnosis-clock-differs.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const guarded: Diagnosis = {
  id: 'guard-in-front',
  severity: 'breaks',
  title: message('diagnosis-guard-in-front', { by: 'Cloudflare', host: 'authentik.company' }),
  why: message('diagnosis-guard-in-front.why', { by: 'Cloudflare' }),
  remedy: message('diagnosis-guard-in-front.remedy', { by: 'Cloudflare' }),
  causes: [],
  link: null,
  evidence: 'measured',
};

const refusedByProxy: Diagnosis = {
  id: 'proxy-refuses',
  severity: 'breaks',
  title: message('diagnosis-proxy-refuses', { proxy: 'proxy.company:3128', status: 407 }),
  why: message('diagnosis-proxy-refuses.why', { host: 'authentik.company', status: 407 }),
  remedy: message('diagnosis-proxy-refuses.remedy', { host: 'authentik.company', status: 407 }),
  causes: [],
  link: null,
  evidence: 'measured',
};

const rights = ['view_oauthsource', 'add_oauthsource', 'change_oauthsource', 'delete_oauthsource'];
const handover: RoleSetup = {
  steps: [
    message('role-step-role', { name: 'Sourcerer' }),
    message('role-step-rights', { rights: rights.map((right) => `authentik_sources_oauth.${right}`).join(', ') }),
    message('role-step-group', { name: 'Sourcerer' }),
    message('role-step-user', { user: 'svc-sourcerer' }),
    message('role-step-check'),
  ],
  api: 'authentik=\'https://authentik.company/api/v3\'\nrole=$(ask /rbac/roles/ \'{"name":"Sourcerer"}\' | jq -r .pk)\n',
  blueprint: 'version: 1\nmetadata:\n  name: Sourcerer\nentries:\n  - model: authentik_rbac.role\n    id: role\n',
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
const again = ready('checkServer', message('footer-check-again'));

export const states = {
  empty: server({}),
  refused: server({
    address: 'https://authentik.company:99999',
    refused: message('address-error-port'),
    bar: waits('checkServer', message('footer-check-server'), message('footer-needs-address-and-token')),
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
    bar: waits('checkServer', message('footer-check-server'), message('footer-needs-token')),
  }),
  address: server({
    ...company,
    bar: waits('checkServer', message('footer-check-server'), message('footer-needs-token')),
  }),
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
    bar: ready('checkServer', message('footer-check-server')),
  }),
  noKeyring: server({
    ...company,
    keyring: noKeyring,
    bar: waits('checkServer', message('footer-check-server'), message('footer-needs-token')),
  }),
  inMemory: server({
    ...company,
    token: kept('https://authentik.company', 'memory'),
    bar: ready('checkServer', message('footer-check-server')),
  }),
  checking: server({
    ...company,
    ...checked,
    asking: underWay({ name: met.name, connect: met.connect, tls: met.tls }, ['http', 'found', 'version']),
    bar: ready('checkServer', message('footer-check-server')),
  }),
  entering: server({
    ...company,
    ...checked,
    asking: underWay({ ...met, token: undefined, rights: undefined }, ['token', 'rights']),
    bar: ready('checkServer', message('footer-check-server')),
  }),
  newer: server({
    ...company,
    ...checked,
    legs: way(met),
    reached: { ...reached, version: '2026.8.1' },
    note: newer,
    bar: ready('continue', message('footer-continue-names')),
  }),
  ready: server({
    ...company,
    ...checked,
    legs: way(met),
    reached,
    bar: ready('continue', message('footer-continue-names')),
  }),
  notes: server({
    ...company,
    ...checked,
    legs: way({
      ...met,
      http: { ...met.http, verdict: 'noted', diagnosis: behind },
      version: {
        verdict: 'noted',
        says: [message('reach-version', { version: '2024.12.5' }), message('reach-version-plain')],
      },
      token: {
        ...met.token,
        verdict: 'noted',
        says: [message('reach-token', { user: 'svc-sourcerer' })],
        diagnosis: soon,
      },
      rights: { millis: 184, says: [message('reach-rights', { allowed: 7, refused: 0, untried: 5 })] },
    }),
    reached: {
      ...reached,
      version: '2024.12.5',
      user: 'svc-sourcerer',
      superuser: false,
      rights: serviceAccount.rights.map((state) =>
        state.allowed === 'refused' ? { ...state, allowed: 'allowed' } : state,
      ),
    },
    handover,
    bar: ready('continue', message('footer-continue-names')),
  }),
  rights: server({
    ...company,
    ...checked,
    legs: way({
      ...met,
      token: { ...met.token, says: [message('reach-token', { user: 'svc-sourcerer' }), message('reach-token-never')] },
      rights: {
        verdict: 'failed',
        millis: 190,
        says: [message('reach-rights', { allowed: 2, refused: 2, untried: 4 })],
        diagnosis: rightsMissing,
      },
    }),
    reached: serviceAccount,
    handover,
    problem: rightsMissing,
    bar: again,
  }),
  offline: server({
    ...company,
    ...checked,
    legs: way({ name: met.name, connect: { verdict: 'failed', millis: 10_002, diagnosis: silent } }),
    problem: silent,
    bar: again,
  }),
  guarded: server({
    ...company,
    ...checked,
    legs: way({
      ...met,
      http: { millis: 38, says: [message('reach-http', { status: '403' })] },
      found: { verdict: 'failed', millis: 38, diagnosis: guarded },
    }),
    problem: guarded,
    bar: again,
  }),
  proxy: server({
    address: 'https://grüße.company',
    read: https('xn--gre-6ka8i.company', { hostWritten: 'grüße.company' }),
    token: kept('https://xn--gre-6ka8i.company'),
    checkedAt: checked.checkedAt,
    legs: way({
      name: { verdict: 'notNeeded', says: [message('reach-name-by-proxy', { proxy: 'proxy.company:3128' })] },
      connect: {
        verdict: 'failed',
        millis: 22,
        says: [message('reach-connect-proxy', { proxy: 'proxy.company:3128' })],
        diagnosis: refusedByProxy,
      },
    }),
    problem: refusedByProxy,
    bar: again,
  }),
  untrusted: server({
    address: 'https://auth.lan:9443',
    read: https('auth.lan', { base: 'https://auth.lan:9443', port: 9443 }),
    token: kept('https://auth.lan:9443'),
    checkedAt: checked.checkedAt,
    legs: way({
      name: { millis: 2, says: [message('reach-name', { addresses: '192.168.1.4' })] },
      connect: { millis: 3, says: [message('reach-connect', { address: '192.168.1.4:9443' })] },
      tls: {
        verdict: 'failed',
        millis: 9,
        says: [
          message('reach-certificate', {
            chain: 1,
            from: '2026-02-01',
            issuer: 'Homelab CA',
            names: 'auth.lan',
            until: '2028-02-01',
          }),
        ],
        diagnosis: untrusted,
      },
    }),
    problem: untrusted,
    bar: again,
  }),
} satisfies Record<string, JobView>;
