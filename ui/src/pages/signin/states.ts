import type {
  Bar,
  Diagnosis,
  Leg,
  LegReport,
  LegVerdict,
  Message,
  SignInOutcome,
  SignInPage,
} from '../../lib/bindings';
import { message } from '../../lib/words';

/** The states of the page, made up: nothing here is part of the product. */

const at = '2026-11-23T12:06:02Z';
const testCallback = 'http://127.0.0.1:8723/callback';
const scopes = 'tweet.read users.read';
const order: Leg[] = ['browser', 'consent', 'callback', 'exchange', 'profile', 'revoke'];
const took: Record<Leg, number> = {
  browser: 203,
  consent: 11_400,
  callback: 4,
  exchange: 412,
  profile: 291,
  revoke: 220,
};
const notes: Record<Leg, Message | null> = {
  browser: message('signin-note-browser', { address: 'x.com/i/oauth2/authorize', scopes }),
  consent: null,
  callback: message('signin-note-callback', { seconds: 30 }),
  exchange: message('signin-note-exchange', { scopes }),
  profile: message('signin-note-profile', { fields: 'id, name, username' }),
  revoke: message('signin-note-revoke'),
};

/** Passed as far as `now`, which stands as given; nothing after it has begun. */
function legs(now?: Leg, verdict: LegVerdict = 'running', diagnosis: Diagnosis | null = null): LegReport[] {
  const here = now === undefined ? order.length : order.indexOf(now);
  return order.map((leg, nth): LegReport => {
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

const diagnosis = (title: Message, more: Pick<Diagnosis, 'severity' | 'link' | 'why' | 'remedy'>): Diagnosis => ({
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
});
const notOpened = diagnosis(message('diagnosis-browser-not-opened'), {
  severity: 'risk',
  link: null,
  why: message('diagnosis-browser-not-opened.why'),
  remedy: message('diagnosis-browser-not-opened.remedy'),
});

const start: Bar = {
  act: 'startTest',
  label: message('bar-start-test'),
  ready: true,
  reason: null,
  other: ['continue', message('bar-skip-test')],
};
const again: Bar = {
  act: 'startTest',
  label: message('bar-test-again'),
  ready: true,
  reason: message('bar-push-without-test'),
  other: ['continue', message('bar-go-on-anyway')],
};
const goesOn: Bar = { act: 'continue', label: message('bar-continue-review'), ready: true, reason: null, other: null };
const waits: Bar = { ...goesOn, ready: false, reason: message('bar-waiting-for-x') };

const before: SignInPage = {
  running: null,
  outcome: null,
  problem: null,
  forecast: null,
  passed: 0,
  testCallback,
  callback: { otherPort: null, register: null, remove: null },
  private: { browser: 'Chromium Web Browser', wished: true },
  canStart: true,
  bar: start,
};
const link = 'https://x.com/i/oauth2/authorize?response_type=code&client_id=a1Q0';
const until = new Date(Date.now() + 212_000).toISOString();
const waiting: SignInPage = {
  ...before,
  running: { legs: legs('consent'), link, waitingUntil: until },
  canStart: false,
  bar: waits,
};

const outcome: SignInOutcome = {
  ending: 'passed',
  at,
  legs: legs(),
  profile: {
    id: '1583920471165304832',
    name: 'Ana Lindqvist',
    username: 'ana_lindqvist',
    confirmedEmail: null,
    raw: '{\n  "data": {\n    "id": "1583920471165304832",\n    "name": "Ana Lindqvist",\n    "username": "ana_lindqvist"\n  }\n}',
  },
  scopesGranted: scopes.split(' '),
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
const success: SignInPage = {
  ...before,
  outcome,
  forecast: {
    verdict: 'enrol',
    words: message('forecast-enrol', { user }),
    notes: [message('forecast-external'), message('forecast-by-number')],
  },
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
const failed = (leg: Leg, problem: Diagnosis): SignInPage => ({
  ...before,
  outcome: { ...outcome, ending: 'failed', legs: legs(leg, 'failed', problem), profile: null, scopesGranted: null },
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
  unclear: { ...waiting, running: { legs: legs('consent', 'running', unclear), link, waitingUntil: until } },
  notOpened: {
    ...waiting,
    running: {
      legs: legs('consent').map((leg) =>
        leg.leg === 'browser' ? { ...leg, verdict: 'warned', diagnosis: notOpened } : leg,
      ),
      link,
      waitingUntil: until,
    },
  },
  working: { ...waiting, running: { legs: legs('exchange'), link: null, waitingUntil: null } },
  success,
  link: {
    ...success,
    forecast: {
      verdict: 'link',
      words: message('forecast-link', { user }),
      notes: [message('forecast-link-risk', { user })],
    },
  },
  refused: {
    ...success,
    forecast: {
      verdict: 'refuse',
      words: message('forecast-refuse-linked', { id: '1583920471165304832' }),
      notes: [],
    },
  },
  stuck: failed('consent', pageError),
  port: {
    ...failed('browser', portTaken),
    callback: { otherPort: 8724, register: null, remove: null },
    bar: {
      ...again,
      label: message('bar-look-again'),
      reason: message('bar-port-taken', { port: '8723' }),
    },
  },
  failed: failed('profile', notEnrolled),
  stopped: {
    ...before,
    outcome: { ...outcome, ending: 'stopped', legs: legs('consent', 'pending'), profile: null, scopesGranted: null },
    passed: 1,
    bar: { ...again, reason: null },
  },
} satisfies Record<string, SignInPage>;
