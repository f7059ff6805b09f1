// The page's states, for the gallery: each as the core would send it. Made-up values.
import { fromOutside, met, outsideLegs, underWay } from '../../gallery/legs';
import { checked, noCheck } from '../../gallery/views';
import type { Diagnosis, Finding, Message, ReportContext, SourceCheckPage } from '../../lib/bindings';
import { message } from '../../lib/i18n';

const asked: SourceCheckPage = {
  ...noCheck,
  address: checked.address,
  read: checked.read,
  slug: checked.slug,
  ready: true,
};

const untrusted: Diagnosis = {
  id: 'server-tls-untrusted',
  severity: 'breaks',
  title: message('diagnosis-server-tls-untrusted', { host: 'sso.northwind.example' }),
  why: message('diagnosis-server-tls-untrusted.why'),
  remedy: message('diagnosis-server-tls-untrusted.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const endsSoon: Diagnosis = {
  id: 'certificate-ends-soon',
  severity: 'risk',
  title: message('diagnosis-certificate-ends-soon', { days: 5, host: 'sso.northwind.example' }),
  why: message('diagnosis-certificate-ends-soon.why'),
  remedy: message('diagnosis-certificate-ends-soon.remedy', { host: 'sso.northwind.example' }),
  causes: [],
  link: null,
  evidence: 'measured',
};

const plain: Diagnosis = {
  id: 'pkce-not-s256',
  severity: 'note',
  title: message('diagnosis-pkce-not-s256'),
  why: message('diagnosis-pkce-not-s256.why', { method: 'plain', release: '2024.12.5' }),
  remedy: message('diagnosis-pkce-not-s256.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const fine: Finding = {
  id: 'server',
  title: message('checks-server'),
  detail: message('checks-server-detail', { host: 'sso.northwind.example' }),
  outcome: 'passed',
  severity: 'fine',
  diagnosis: null,
  bytes: null,
  exchange: null,
};
const row = (id: string, title: Finding['title'], detail: Finding['detail']): Finding => ({
  ...fine,
  id,
  title,
  detail,
});
const skipped = (id: string, title: Finding['title']): Finding => ({
  ...row(id, title, message('checks-skipped-server')),
  outcome: 'skipped',
  severity: 'note',
});

const well: Finding[] = [
  fine,
  row('source', message('checks-source'), message('checks-source-detail')),
  row(
    'button',
    message('checks-button'),
    message('checks-button-detail', { count: 2, flow: 'default-authentication-flow', name: 'X', place: 2 }),
  ),
  row('type', message('checks-type'), message('checks-type-detail', { host: 'x.com' })),
  row('callback', message('checks-callback', { ways: 2 }), message('checks-callback-detail', { bytes: 59, ways: 2 })),
  row(
    'client-id',
    message('checks-client-id-shape'),
    message('checks-client-id-seen', { seen: 'M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ' }),
  ),
  row('scopes', message('checks-scopes'), message('checks-scopes-detail', { scopes: 'tweet.read users.read' })),
  row('pkce', message('checks-pkce'), message('checks-pkce-detail')),
];

/** A diagnosis as the catalogue makes it. */
const told = (id: string, severity: Diagnosis['severity'], args: Message['args'] = {}): Diagnosis => ({
  id,
  severity,
  title: { id: `diagnosis-${id}`, args },
  why: { id: `diagnosis-${id}.why`, args },
  remedy: { id: `diagnosis-${id}.remedy`, args },
  causes: [],
  link: 'serverSources',
  evidence: 'measured',
});
const found = (id: string, diagnosis: Diagnosis): Finding => ({
  ...row(id, diagnosis.title, null),
  outcome: 'found',
  severity: diagnosis.severity,
  diagnosis,
  exchange: 3,
});

const given: SourceCheckPage = {
  ...asked,
  address: 'https://sso.northwind.example/source/oauth/callback/x/',
  understood: message('support-understood-callback', { slug: 'x' }),
  token: { ending: '9f3k', at: '2026-11-23T12:30:00Z', place: 'memory', server: 'https://sso.northwind.example' },
  clientId: 'M1M5R3BMVy13QmpScXkzTUt5OE46MTpjaQ',
  secret: { ending: 'Zk3Q', at: '2026-11-23T12:30:30Z', place: 'memory', server: 'https://sso.northwind.example' },
  testable: true,
};

const inside: Finding[] = [
  row('token', message('checks-token'), message('checks-token-detail', { user: 'support-ro' })),
  row('pair', message('checks-pair'), message('checks-pair-detail')),
  row('secret-pushed', message('checks-pushed'), message('checks-pushed-detail')),
  row('flow-known', message('checks-flow-known'), message('checks-flow-known-detail')),
  row('mappings', message('checks-mappings'), message('checks-mappings-detail', { ours: 1, others: 0 })),
  row(
    'events',
    message('checks-events', { logins: 12 }),
    message('checks-events-detail', { at: '2026-11-23 11:58 UTC', least: 0, links: 2, logins: 12 }),
  ),
  row('users-linked', message('checks-linked', { count: 412 }), message('checks-linked-detail')),
];

const withToken: SourceCheckPage = {
  ...given,
  at: checked.at,
  millis: 1410,
  requests: 24,
  legs: fromOutside(met),
  findings: [
    found('matching', {
      ...told('matching-needs-email', 'breaks', { mode: 'email_link' }),
      causes: ['email-mapping-missing' as const, 'email-scope-missing' as const].map((cause) => ({
        cause,
        title: { id: `cause-${cause}`, args: {} },
        remedy: { id: `cause-${cause}.remedy`, args: {} },
        evidence: 'observed' as const,
      })),
    }),
    found('flow-new', told('enrolment-flow-missing', 'risk', { slug: 'x' })),
    found(
      'drift-user_matching_mode',
      told('setting-drifted', 'risk', { field: 'user_matching_mode', was: 'identifier', now: 'email_link' }),
    ),
    found('locked-out', told('people-locked-out', 'risk', { slug: 'x', count: 3 })),
    ...well,
    ...inside,
    {
      ...row(
        'events-mapping',
        message('checks-name-mappings'),
        message('checks-skipped-right', { rights: 'authentik_sources_oauth.view_oauthsourcepropertymapping' }),
      ),
      outcome: 'skipped',
      severity: 'note',
    },
  ],
  unseen: checked.unseen.slice(3),
};

const beside: ReportContext = {
  release: '2025.12.4',
  test: {
    at: '2026-11-23T12:02:11Z',
    ending: 'passed',
    legs: (['browser', 'consent', 'callback', 'exchange', 'profile', 'revoke'] as const).map((leg, at) => ({
      leg,
      verdict: 'passed',
      millis: 40 + at * 31,
      note: null,
      diagnosis: null,
      exchange: null,
    })),
  },
  plan: null,
  pushes: [
    {
      at: '2026-11-23T12:09:55Z',
      became: 'undone',
      undone: '2026-11-23T12:11:02Z',
      writes: [
        { target: 'source', did: 'made', fields: ['name', 'slug', 'consumer_key'], confirmed: true },
        { target: 'loginPage', did: 'shown', fields: [], confirmed: true },
      ],
    },
    {
      at: '2026-11-23T12:20:00Z',
      became: 'whole',
      undone: null,
      writes: [{ target: 'source', did: 'changed', fields: ['consumer_secret'], confirmed: true }],
    },
  ],
};

export const states = {
  given,
  coming: { ...given, running: true, findings: [...well.slice(0, 3), ...inside.slice(0, 2)] },
  token: withToken,
  empty: noCheck,
  asked,
  caFile: { ...asked, caFile: '/home/m.okafor/certificates/homelab-root-ca.pem' },
  asking: {
    ...asked,
    asking: underWay({ name: met.name, connect: met.connect }, ['tls'], outsideLegs),
  },
  found: checked,
  opened: {
    ...checked,
    opened: {
      program: '0.1.0',
      host: 'sso.northwind.example',
      address: 'https://sso.northwind.example',
      slug: 'x',
      token: false,
      exchanges: 7,
      beside,
    },
  },
  fine: { ...asked, at: checked.at, legs: fromOutside(met), findings: well, unseen: checked.unseen },
  old: {
    ...asked,
    at: checked.at,
    legs: fromOutside({
      ...met,
      tls: { ...met.tls, verdict: 'noted', diagnosis: endsSoon },
      version: {
        verdict: 'noted',
        says: [message('reach-version-outside', { version: '2024.12.5' }), message('reach-version-plain')],
      },
    }),
    findings: [
      {
        ...row('pkce', message('diagnosis-pkce-not-s256'), null),
        outcome: 'found',
        severity: 'note',
        diagnosis: plain,
      },
      ...well.slice(0, -1),
    ],
    unseen: checked.unseen,
  },
  untrusted: {
    ...asked,
    at: checked.at,
    legs: fromOutside({
      name: met.name,
      connect: met.connect,
      tls: { verdict: 'failed', millis: 9, says: met.tls?.says?.slice(1), diagnosis: untrusted },
    }),
    findings: [
      { ...row('server', untrusted.title, null), outcome: 'found', severity: 'breaks', diagnosis: untrusted },
      skipped('source', message('checks-name-source')),
      skipped('button', message('checks-name-button')),
      skipped('type', message('checks-name-type')),
      skipped('callback', message('checks-name-callback')),
    ],
  },
} satisfies Record<string, SourceCheckPage>;
