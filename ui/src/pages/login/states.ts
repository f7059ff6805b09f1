import type { Diagnosis, LoginCard, LoginLink, Severity, VisitorPage, VisitorPageGroup } from '../../lib/bindings';
import { message } from '../../lib/i18n';

const group = (on: string, shown: VisitorPage[]): VisitorPageGroup => ({
  on: message(`login-on-${on}` as 'login-on-in'),
  pages: shown.map((one) => ({ shown: one, words: message(`login-shows-${one}` as 'login-shows-linked') })),
});
const choices: VisitorPageGroup[] = [
  group('in', ['signed-in', 'only-internal', 'linked']),
  group('login-page', ['no-token', 'no-profile', 'state-check', 'access-denied', 'other-failure']),
  group('refusal', ['not-written', 'denied-by-mode', 'not-applicable', 'unknown-error', 'asks-name', 'flow-error']),
  group('error-page', ['no-enrolment', 'no-flow', 'server-error', 'not-found']),
  group('x', ['x-something-wrong', 'x-other-account', 'x-login-loop', 'x-blank']),
  group('anywhere', ['other']),
];

const diagnosis = (id: string, severity: Severity, args: Record<string, string | number> = {}): Diagnosis => ({
  id,
  severity,
  title: { id: `diagnosis-${id}`, args },
  why: { id: `diagnosis-${id}.why`, args },
  remedy: { id: `diagnosis-${id}.remedy`, args },
  causes: [],
  link: null,
  evidence: 'measured',
});

export const idle: LoginCard = {
  address: 'https://authentik.company/source/oauth/login/twitter/',
  watches: true,
  private: 'Firefox',
  running: null,
  opened: null,
  millis: 0,
  worked: false,
  seen: null,
  others: 0,
  shown: null,
  problem: null,
  note: null,
  link: null,
  choices: [],
};
const over: LoginCard = { ...idle, opened: '2026-11-23T12:13:52Z', millis: 14_200 };
const link: LoginLink = {
  pk: 71,
  user: 4,
  name: 'm.okafor',
  identifier: '1583920471165304832',
  created: '2026-11-23T12:14:02Z',
  removed: false,
};

export const watching: LoginCard = { ...over, running: { watches: true, blind: null, asks: false, silent: null } };
export const asking: LoginCard = {
  ...over,
  running: { watches: false, blind: null, asks: true, silent: 180 },
  choices,
};
export const blind: LoginCard = {
  ...over,
  running: {
    watches: false,
    blind: diagnosis('rights-missing', 'breaks', {
      user: 'svc-sourcerer',
      rights: 'authentik_events.view_event',
      count: 1,
    }),
    asks: true,
    silent: null,
  },
  choices,
};
export const failed: LoginCard = {
  ...over,
  shown: message('login-shows-no-token'),
  problem: diagnosis('login-pair-accepted', 'breaks'),
};
export const tied: LoginCard = {
  ...over,
  seen: { user: 'm.okafor', at: '2026-11-23T12:14:02Z', kind: 'linkedToSession' },
  problem: diagnosis('login-linked', 'risk', { user: 'm.okafor' }),
  link,
};
export const untied: LoginCard = { ...tied, link: { ...link, removed: true } };
export const saidToWork: LoginCard = {
  ...over,
  worked: true,
  shown: message('login-shows-only-internal'),
  note: diagnosis('user-is-external', 'note', { user: 'none' }),
};
export const enrolled: LoginCard = {
  ...over,
  worked: true,
  seen: { user: 'ana_lindqvist', at: '2026-11-23T12:14:02Z', kind: 'enrolled' },
  note: diagnosis('user-is-external', 'note', { user: 'ana_lindqvist' }),
};
