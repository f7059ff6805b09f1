import type {
  Footer,
  Cause,
  Checklist,
  Diagnosis,
  Evidence,
  SignInLeg,
  SignInLegResult,
  SignInLegVerdict,
  Message,
  Profile,
  RemedyOffer,
  ScopeComparison,
  SignInOutcome,
  SignInPage,
  Suspect,
  SignInWaiting,
} from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** The states of the page, made up: nothing here is part of the product. */

const at = '2026-11-23T12:06:02Z';
const testCallback = 'http://127.0.0.1:8723/callback';
const scopes = 'tweet.read users.read';
const order: SignInLeg[] = ['browser', 'consent', 'callback', 'exchange', 'profile', 'revoke'];
const took: Record<SignInLeg, number> = {
  browser: 203,
  consent: 11_400,
  callback: 4,
  exchange: 412,
  profile: 291,
  revoke: 220,
};
const notes: Record<SignInLeg, Message | null> = {
  browser: message('signin-note-browser', { address: 'x.com/i/oauth2/authorize', scopes }),
  consent: null,
  callback: message('signin-note-callback', { seconds: 30 }),
  exchange: message('signin-note-exchange', { scopes }),
  profile: message('signin-note-profile', { fields: 'id, name, username' }),
  revoke: message('signin-note-revoke'),
};

/** Passed as far as `now`, which stands as given; nothing after it has begun. */
function legs(
  now?: SignInLeg,
  verdict: SignInLegVerdict = 'running',
  diagnosis: Diagnosis | null = null,
): SignInLegResult[] {
  const here = now === undefined ? order.length : order.indexOf(now);
  return order.map((leg, nth): SignInLegResult => {
    const passed = nth < here;
    const current = nth === here;
    return {
      leg,
      verdict: passed ? 'passed' : current ? verdict : 'pending',
      millis: passed || (current && verdict !== 'running') ? took[leg] : null,
      note: passed ? notes[leg] : null,
      diagnosis: current ? diagnosis : null,
      exchange: current && verdict === 'failed' ? 13 : null,
    };
  });
}

const diagnosis = (
  title: Message,
  more: Pick<Diagnosis, 'severity' | 'link' | 'why' | 'remedy'> & Partial<Diagnosis>,
): Diagnosis => ({
  id: title.id.replace('diagnosis-', ''),
  title,
  causes: [],
  evidence: 'reported',
  ...more,
});

const pageError = diagnosis(message('diagnosis-authorize-page-error'), {
  severity: 'breaks',
  link: 'console',
  why: message('diagnosis-authorize-page-error.why'),
  remedy: message('diagnosis-authorize-page-error.remedy'),
});
const unclear = diagnosis(message('diagnosis-consent-unclear'), {
  severity: 'risk',
  link: null,
  why: message('diagnosis-consent-unclear.why'),
  remedy: message('diagnosis-consent-unclear.remedy'),
});
const portTaken = diagnosis(message('diagnosis-port-taken', { port: 8723 }), {
  severity: 'breaks',
  link: null,
  why: message('diagnosis-port-taken.why', { port: '8723', process: '41822', program: 'node' }),
  remedy: message('diagnosis-port-taken.remedy'),
});
const notEnrolled = diagnosis(message('diagnosis-x-client-not-enrolled'), {
  severity: 'breaks',
  link: 'console',
  why: message('diagnosis-x-client-not-enrolled.why', { app: '28401957' }),
  remedy: message('diagnosis-x-client-not-enrolled.remedy'),
  evidence: 'documented',
  causes: [
    {
      cause: 'not-pay-per-use',
      title: message('cause-not-pay-per-use'),
      remedy: message('cause-not-pay-per-use.remedy'),
      evidence: 'documented',
    },
    {
      cause: 'not-production',
      title: message('cause-not-production'),
      remedy: message('cause-not-production.remedy'),
      evidence: 'documented',
    },
    {
      cause: 'app-standalone',
      title: message('cause-app-standalone'),
      remedy: message('cause-app-standalone.remedy'),
      evidence: 'observed',
    },
  ],
});
const silent = diagnosis(message('diagnosis-callback-silent', { seconds: 240 }), {
  severity: 'breaks',
  link: 'console',
  why: message('diagnosis-callback-silent.why'),
  remedy: message('diagnosis-callback-silent.remedy'),
});
const otherAccount = diagnosis(message('diagnosis-authorize-other-account'), {
  severity: 'breaks',
  link: null,
  why: message('diagnosis-authorize-other-account.why'),
  remedy: message('diagnosis-authorize-other-account.remedy'),
});
const notGranted = diagnosis(message('diagnosis-x-scopes-not-granted'), {
  severity: 'risk',
  link: null,
  why: message('diagnosis-x-scopes-not-granted.why', { missing: 'tweet.read' }),
  remedy: message('diagnosis-x-scopes-not-granted.remedy'),
});
const notOpened = diagnosis(message('diagnosis-browser-not-opened'), {
  severity: 'risk',
  link: null,
  why: message('diagnosis-browser-not-opened.why'),
  remedy: message('diagnosis-browser-not-opened.remedy'),
});

const start: Footer = {
  act: 'startTest',
  label: message('footer-start-test'),
  ready: true,
  reason: null,
  other: ['continue', message('footer-skip-test')],
};
const again: Footer = {
  act: 'startTest',
  label: message('footer-test-again'),
  ready: true,
  reason: message('footer-push-without-test'),
  other: ['continue', message('footer-go-on-anyway')],
};
const goesOn: Footer = {
  act: 'continue',
  label: message('footer-continue-review'),
  ready: true,
  reason: null,
  other: null,
};
const waits: Footer = { ...goesOn, ready: false, reason: message('footer-waiting-for-x') };

const before: SignInPage = {
  running: null,
  outcome: null,
  problem: null,
  checklist: null,
  pasted: null,
  scopes: null,
  forecast: null,
  remedies: [],
  passed: 0,
  testCallback,
  callback: { otherPort: null, register: null, remove: null },
  private: { browser: 'Chromium Web Browser', wished: true },
  canStart: true,
  bar: start,
};
const link = 'https://x.com/i/oauth2/authorize?response_type=code&client_id=a1Q0';
/** The page that has waited for so long, in seconds. */
function waited(seconds: number, more: Partial<SignInWaiting> = {}): SignInWaiting {
  const since = Date.now() - seconds * 1000;
  return {
    since: new Date(since).toISOString(),
    until: new Date(since + 240_000).toISOString(),
    seconds: 240,
    stillWaiting: seconds >= 20,
    advice: null,
    ...more,
  };
}

const waiting: SignInPage = {
  ...before,
  running: { legs: legs('consent'), link, waiting: waited(8) },
  canStart: false,
  bar: waits,
};

const suspect = (cause: Cause, evidence: Evidence, ruledOut: Message | null = null): Suspect => ({
  cause,
  title: { id: `cause-${cause}`, args: {} },
  remedy: { id: `cause-${cause}.remedy`, args: {} },
  evidence,
  ruledOut,
});
const suspects: Suspect[] = [
  suspect('callback-differs', 'reported'),
  suspect('client-id-wrong', 'documented', message('signin-ruled-client-id')),
  suspect('api-key-as-client-id', 'reported', message('signin-ruled-api-key')),
  suspect('form-not-saved', 'reported', message('signin-ruled-not-saved')),
  suspect('not-a-tester', 'reported'),
  suspect('email-switch-off', 'reported', message('signin-ruled-email')),
  suspect('scope-unknown', 'reported', message('signin-ruled-scopes')),
  suspect('parameters-lost', 'reported', message('signin-ruled-parameters')),
  suspect('app-suspended', 'inferred'),
  suspect('type-of-app', 'reported', message('signin-ruled-type')),
  suspect('no-credits', 'reported'),
  suspect('x-outage', 'reported'),
];
const checklist: Checklist = { suspects, left: 5, words: message('signin-suspects-left', { left: 5, all: 12 }) };
const nothingKnown: Checklist = {
  suspects: suspects.map((one) => ({ ...one, ruledOut: null })),
  left: 12,
  words: message('signin-suspects-all', { all: 12 }),
};
const oneLeft: Checklist = {
  suspects: suspects.map((one) => ({
    ...one,
    ruledOut: one.cause === 'x-outage' ? null : (one.ruledOut ?? message('signin-ruled-callback')),
  })),
  left: 1,
  words: message('signin-suspects-one'),
};

/** Waiting for long, with what was pasted. */
const pasted = (taken: boolean, words: Message): SignInPage => ({
  ...waiting,
  pasted: { taken, words },
  running: { legs: legs('consent'), link, waiting: waited(31) },
  checklist,
});

const profile: Profile = {
  id: '1583920471165304832',
  name: 'Ana Lindqvist',
  username: 'ana_lindqvist',
  confirmedEmail: null,
  raw: '{\n  "data": {\n    "id": "1583920471165304832",\n    "name": "Ana Lindqvist",\n    "username": "ana_lindqvist"\n  }\n}',
};
const outcome: SignInOutcome = {
  ending: 'passed',
  at,
  legs: legs(),
  profile,
  scopesGranted: scopes.split(' '),
  codeAge: { millis: 412, near: false, words: message('signin-code-age', { seconds: '0.4', limit: 30 }) },
  inputs: {
    clientId: 'a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ',
    port: 8723,
    scopes: scopes.split(' '),
    email: 'notWanted',
    authorize: 'https://x.com/i/oauth2/authorize',
  },
  notes: [message('signin-differs-host'), message('signin-differs-callback', { callback: testCallback })],
};
const user = 'ana_lindqvist';
const sets = (granted: string[]): ScopeComparison => ({
  asked: scopes.split(' '),
  granted,
  missing: scopes.split(' ').filter((scope) => !granted.includes(scope)),
  extra: granted.filter((scope) => !scopes.split(' ').includes(scope)),
});
const internal: RemedyOffer = {
  remedy: 'internal',
  on: false,
  title: message('remedy-internal'),
  why: message('remedy-internal-why'),
};
const otherName: RemedyOffer = {
  remedy: 'userName',
  on: false,
  title: message('remedy-user-name'),
  why: message('remedy-user-name-why', { user, other: `${user}-1583920471165304832` }),
};
const success: SignInPage = {
  ...before,
  outcome,
  scopes: sets(scopes.split(' ')),
  forecast: {
    verdict: 'external',
    words: message('forecast-enrol', { user }),
    reason: message('forecast-because-new', { id: '1583920471165304832' }),
    notes: [
      message('forecast-external'),
      message('forecast-without-address'),
      message('forecast-by-number'),
      message('forecast-signed-in-links'),
    ],
    doubts: [],
  },
  remedies: [internal],
  passed: 6,
  callback: {
    otherPort: null,
    register: null,
    remove: {
      id: 'test-callback',
      words: message('verify-tidy-callback'),
      value: testCallback,
      why: message('verify-tidy-callback-why'),
      done: false,
    },
  },
  bar: goesOn,
};
const failed = (leg: SignInLeg, problem: Diagnosis): SignInPage => ({
  ...before,
  outcome: {
    ...outcome,
    ending: 'failed',
    legs: legs(leg, 'failed', problem),
    profile: null,
    scopesGranted: null,
    codeAge: order.indexOf(leg) > order.indexOf('exchange') ? outcome.codeAge : null,
  },
  problem,
  passed: order.indexOf(leg),
  bar: again,
});

export const states = {
  before,
  byHand: { ...before, private: { browser: null, wished: false } },
  unticked: {
    ...before,
    callback: { otherPort: null, register: message('signin-callback-unticked'), remove: null },
  },
  removed: {
    ...before,
    callback: { otherPort: null, register: message('signin-callback-removed'), remove: null },
  },
  running: waiting,
  unclear: { ...waiting, running: { legs: legs('consent', 'running', unclear), link, waiting: waited(8) } },
  notOpened: {
    ...waiting,
    running: {
      legs: legs('consent').map((leg) =>
        leg.leg === 'browser' ? { ...leg, verdict: 'warned', diagnosis: notOpened } : leg,
      ),
      link,
      waiting: waited(3),
    },
  },
  still: { ...waiting, running: { legs: legs('consent'), link, waiting: waited(24) }, checklist },
  advised: {
    ...waiting,
    running: {
      legs: legs('consent'),
      link,
      waiting: waited(2, { advice: message('signin-advice-consent') }),
    },
  },
  pasteForeign: pasted(false, message('signin-paste-other-address', { callback: testCallback })),
  working: { ...waiting, running: { legs: legs('exchange'), link: null, waiting: null } },
  success,
  link: {
    ...success,
    remedies: [],
    forecast: {
      verdict: 'link',
      words: message('forecast-link', { user }),
      reason: message('forecast-because-name'),
      notes: [message('forecast-link-risk', { user }), message('forecast-signed-in-links')],
      doubts: [],
    },
  },
  takeover: {
    ...success,
    remedies: [],
    forecast: {
      verdict: 'takeover',
      words: message('forecast-link', { user: 'akadmin' }),
      reason: message('forecast-because-name'),
      notes: [
        message('forecast-takeover', { user: 'akadmin' }),
        message('forecast-link-risk', { user: 'akadmin' }),
        message('forecast-signed-in-links'),
      ],
      doubts: [],
    },
  },
  nameTaken: {
    ...success,
    remedies: [otherName],
    forecast: {
      verdict: 'stop',
      words: message('forecast-refuse-name', { user }),
      reason: message('forecast-because-names-are-unique'),
      notes: [message('forecast-refuse-name-next', { user }), message('forecast-signed-in-links')],
      doubts: [],
    },
  },
  mended: {
    ...success,
    outcome: {
      ...outcome,
      profile: { ...profile, confirmedEmail: 'ana.lindqvist@example.com' },
      inputs: { ...outcome.inputs, email: 'wanted' },
    },
    forecast: {
      verdict: 'enrol',
      words: message('forecast-enrol', { user: `${user}-1583920471165304832` }),
      reason: message('forecast-because-suffixed', { user, id: '1583920471165304832' }),
      notes: [
        message('forecast-internal'),
        message('forecast-with-address', { address: 'ana.lindqvist@example.com' }),
        message('forecast-by-number'),
        message('forecast-signed-in-links'),
      ],
      doubts: [],
    },
    remedies: [
      { ...internal, on: true },
      { ...otherName, on: true },
    ],
  },
  untold: {
    ...success,
    remedies: [internal, otherName],
    forecast: {
      verdict: 'unknown',
      words: message('forecast-unknown', { count: 3 }),
      reason: null,
      notes: [
        message('forecast-enrol', { user }),
        message('forecast-signs-in-somebody'),
        message('forecast-refuse-name', { user }),
      ],
      doubts: [
        message('forecast-doubt-linked', { why: 'own-only' }),
        message('forecast-doubt-named', { user, why: 'right' }),
      ],
    },
  },
  refused: {
    ...success,
    remedies: [],
    forecast: {
      verdict: 'refuse',
      words: message('forecast-refuse-linked', { id: '1583920471165304832' }),
      reason: message('forecast-because-no-enrolment'),
      notes: [message('forecast-signed-in-links')],
      doubts: [],
    },
  },
  slow: {
    ...success,
    scopes: sets(['users.read', 'offline.access']),
    outcome: {
      ...outcome,
      codeAge: { millis: 24_130, near: true, words: message('signin-code-age-near', { seconds: '24.1', limit: 30 }) },
      legs: legs().map((leg) =>
        leg.leg === 'exchange' ? { ...leg, verdict: 'warned', millis: 24_020, diagnosis: notGranted } : leg,
      ),
    },
  },
  stuck: { ...failed('consent', pageError), checklist },
  stuckUnchecked: { ...failed('consent', pageError), checklist: nothingKnown },
  stuckOneLeft: { ...failed('consent', silent), checklist: oneLeft },
  otherAccount: failed('consent', otherAccount),
  port: {
    ...failed('browser', portTaken),
    callback: { otherPort: 8724, register: null, remove: null },
    bar: {
      ...again,
      label: message('footer-look-again'),
      reason: message('footer-port-taken', { port: '8723' }),
    },
  },
  failed: failed('profile', notEnrolled),
  stopped: {
    ...before,
    outcome: {
      ...outcome,
      ending: 'stopped',
      legs: legs('consent', 'pending'),
      profile: null,
      scopesGranted: null,
      codeAge: null,
    },
    passed: 1,
    bar: { ...again, reason: null },
  },
} satisfies Record<string, SignInPage>;
