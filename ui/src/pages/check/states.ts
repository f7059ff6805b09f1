// The page's states, for the gallery: each as the core would send it. Made-up values.
import { fromOutside, met, outsideLegs, underWay } from '../../gallery/legs';
import { noOutside, outside } from '../../gallery/views';
import type { Diagnosis, Finding, OutsidePage } from '../../lib/bindings';
import { message } from '../../lib/words';

const asked: OutsidePage = {
  ...noOutside,
  address: outside.address,
  read: outside.read,
  slug: outside.slug,
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

export const states = {
  empty: noOutside,
  asked,
  caFile: { ...asked, caFile: '/home/m.okafor/certificates/homelab-root-ca.pem' },
  asking: {
    ...asked,
    asking: underWay({ name: met.name, connect: met.connect }, ['tls'], outsideLegs),
  },
  found: outside,
  fine: { ...asked, at: outside.at, legs: fromOutside(met), findings: well, unseen: outside.unseen },
  old: {
    ...asked,
    at: outside.at,
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
    unseen: outside.unseen,
  },
  untrusted: {
    ...asked,
    at: outside.at,
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
} satisfies Record<string, OutsidePage>;
