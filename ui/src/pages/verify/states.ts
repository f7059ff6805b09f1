import { asking, blind, enrolled, failed, idle, saidToWork, tied, untied, watching } from '../login/states';
import type { Footer, ByteDiff, Diagnosis, Finding, Message, VerifyPage } from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** The states of the page, made up: nothing here is part of the product. */

const at = '2026-11-23T12:13:40Z';
const callback = 'https://authentik.company/source/oauth/callback/twitter/';
const lost = callback.replace('https', 'http');

const bytes = (api: string, sent: string, first: number | null, words: Message | null): ByteDiff => ({
  rows: [
    { label: message('checks-row-planned'), text: callback },
    { label: message('checks-row-api'), text: api },
    { label: message('checks-row-sent'), text: sent },
  ],
  first,
  words,
});
const passed = (id: string, title: Message, detail: Message): Finding => ({
  id,
  title,
  detail,
  outcome: 'passed',
  severity: 'fine',
  diagnosis: null,
  bytes: null,
  exchange: null,
});
const found = (id: string, diagnosis: Diagnosis): Finding => ({
  ...passed(id, diagnosis.title, diagnosis.why),
  detail: null,
  outcome: 'found',
  severity: diagnosis.severity,
  diagnosis,
  exchange: 13,
});

const server = passed(
  'server',
  message('checks-server'),
  message('checks-server-detail', { host: 'authentik.company' }),
);
const button = passed(
  'button',
  message('checks-button'),
  message('checks-button-detail', { count: 2, flow: 'default-authentication-flow', name: 'X', place: 2 }),
);
const source = passed('source', message('checks-source'), message('checks-source-detail'));
const type = passed('type', message('checks-type'), message('checks-type-detail', { host: 'twitter.com' }));
const agrees: Finding = {
  ...passed(
    'callback',
    message('checks-callback', { ways: 3 }),
    message('checks-callback-detail', { ways: 3, bytes: callback.length }),
  ),
  bytes: bytes(callback, callback, null, null),
};
const clientId = passed('client-id', message('checks-client-id'), message('checks-client-id-detail'));
const scopes = passed(
  'scopes',
  message('checks-scopes'),
  message('checks-scopes-detail', { scopes: 'tweet.read users.read' }),
);
const pkce = passed('pkce', message('checks-pkce'), message('checks-pkce-detail'));
const host = found('host', {
  id: 'legacy-host',
  severity: 'note',
  title: message('diagnosis-legacy-host', { host: 'twitter.com' }),
  why: message('diagnosis-legacy-host.why'),
  remedy: message('diagnosis-legacy-host.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
});
const differs: Finding = {
  ...found('callback', {
    id: 'callback-loses-https',
    severity: 'breaks',
    title: message('diagnosis-callback-loses-https'),
    why: message('diagnosis-callback-loses-https.why', { seen: lost }),
    remedy: message('diagnosis-callback-loses-https.remedy'),
    causes: [],
    link: 'authentikProxyDocs',
    evidence: 'measured',
  }),
  detail: message('checks-callback-differs', { differing: 2, ways: 3 }),
  bytes: bytes(lost, lost, 5, message('checks-byte-missing', { byte: 5, planned: 's' })),
};
const hidden = found('button', {
  id: 'button-hidden',
  severity: 'breaks',
  title: message('diagnosis-button-hidden', { slug: 'twitter' }),
  why: message('diagnosis-button-hidden.why'),
  remedy: message('diagnosis-button-hidden.remedy'),
  causes: [],
  link: 'authentikSourceDocs',
  evidence: 'measured',
});
const skipped = (id: string, title: Message): Finding => ({
  ...passed(id, title, message('checks-skipped-source')),
  outcome: 'skipped',
  severity: 'note',
});
const unknown = found('source', {
  id: 'source-unknown-or-disabled',
  severity: 'breaks',
  title: message('diagnosis-source-unknown-or-disabled', { slug: 'twitter' }),
  why: message('diagnosis-source-unknown-or-disabled.why'),
  remedy: message('diagnosis-source-unknown-or-disabled.remedy'),
  causes: [],
  link: 'serverSources',
  evidence: 'measured',
});

const again: Footer = {
  act: 'checkOutside',
  label: message('footer-check-again'),
  ready: true,
  reason: message('footer-now-sign-in'),
  other: null,
};
const close: Footer = {
  act: 'close',
  label: message('footer-close'),
  ready: true,
  reason: null,
  other: ['checkOutside', message('footer-check-again')],
};

const unchecked: VerifyPage = {
  at: null,
  findings: [],
  passed: 0,
  ran: 0,
  pushed: true,
  login: idle,
  tidy: [
    {
      id: 'test-callback',
      words: message('verify-tidy-callback'),
      value: 'http://127.0.0.1:8723/callback',
      why: message('verify-tidy-callback-why'),
      done: false,
    },
    {
      id: 'api-token',
      words: message('verify-tidy-token'),
      value: null,
      why: message('verify-tidy-token-why'),
      done: false,
    },
  ],
  bar: { ...again, label: message('footer-check-outside'), reason: null },
};
const fine: VerifyPage = {
  ...unchecked,
  at,
  findings: [host, server, button, source, type, agrees, clientId, scopes, pkce],
  passed: 8,
  ran: 9,
  bar: again,
};
const problems = (count: number): Footer => ({ ...again, reason: message('footer-problems-left', { count }) });

export const states = {
  unchecked,
  fine,
  mismatch: {
    ...fine,
    findings: [differs, host, server, button, source, type, clientId, scopes, pkce],
    passed: 7,
    bar: problems(1),
  },
  several: {
    ...fine,
    findings: [
      hidden,
      unknown,
      server,
      skipped('type', message('checks-name-type')),
      skipped('callback', message('checks-name-callback')),
      skipped('client-id', message('checks-name-client-id')),
    ],
    passed: 1,
    ran: 3,
    bar: problems(2),
  },
  opened: { ...fine, login: watching },
  asked: { ...fine, login: asking },
  blind: { ...fine, login: blind },
  unseen: { ...fine, login: failed },
  linked: { ...fine, login: tied },
  unlinked: { ...fine, login: untied },
  told: { ...fine, login: saidToWork, bar: close },
  finished: {
    ...fine,
    login: enrolled,
    tidy: unchecked.tidy.map((item) => ({ ...item, done: item.id === 'test-callback' })),
    bar: close,
  },
} satisfies Record<string, VerifyPage>;
