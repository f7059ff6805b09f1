import { idle } from '../pages/login/states';
import type {
  Footer,
  ByteRow,
  Diagnosis,
  Exchange,
  Finding,
  FleetPage,
  JobSummary,
  JobView,
  Message,
  SourceCheckPage,
  PracticeBand,
  Stage,
  StageState,
  StageView,
  Unseen,
  View,
} from '../lib/bindings';
import { fromOutside, met } from './legs';
import { message } from '../lib/i18n';
import { noRepair, noSourceStage } from '../pages/push/states-beside';

// Views as the core would compute them, for the page alone: nothing here reaches the program.

const address = 'https://authentik.company';

const wait = (act: Footer['act'], label: Message, reason: Message): Footer => ({
  act,
  label,
  ready: false,
  reason,
  other: null,
});
const ready = (act: Footer['act'], label: Message): Footer => ({ act, label, ready: true, reason: null, other: null });

export const refused: Diagnosis = {
  id: 'api-token-refused',
  severity: 'breaks',
  title: message('diagnosis-api-token-refused', { host: 'authentik.company' }),
  why: message('diagnosis-api-token-refused.why'),
  remedy: message('diagnosis-api-token-refused.remedy'),
  causes: [],
  link: 'serverTokens',
  evidence: 'measured',
};

export const unopened: Diagnosis = {
  id: 'browser-not-opened',
  severity: 'breaks',
  title: message('diagnosis-browser-not-opened'),
  why: message('diagnosis-browser-not-opened.why'),
  remedy: message('diagnosis-browser-not-opened.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const losesHttps: Diagnosis = {
  id: 'callback-loses-https',
  severity: 'breaks',
  title: message('diagnosis-callback-loses-https'),
  why: message('diagnosis-callback-loses-https.why', { seen: 'http://sso.northwind.example/source/oauth/callback/x/' }),
  remedy: message('diagnosis-callback-loses-https.remedy'),
  causes: [],
  link: 'authentikProxyDocs',
  evidence: 'measured',
};

const hidden: Diagnosis = {
  id: 'button-hidden',
  severity: 'risk',
  title: message('diagnosis-button-hidden', { slug: 'x' }),
  why: message('diagnosis-button-hidden.why'),
  remedy: message('diagnosis-button-hidden.remedy'),
  causes: [],
  link: 'serverSources',
  evidence: 'measured',
};

const names: Record<Stage, Message> = {
  server: message('stage-server'),
  names: message('stage-names'),
  xapp: message('stage-xapp'),
  credentials: message('stage-credentials'),
  signin: message('stage-signin'),
  push: message('stage-push'),
  verify: message('stage-verify'),
};

const states: [Stage, StageState, Message][] = [
  ['server', 'done', message('stage-done')],
  ['names', 'done', message('stage-done')],
  ['xapp', 'inProgress', message('stage-actions', { done: 4, total: 8 })],
  ['credentials', 'needsAttention', message('stage-secret-refused')],
  ['signin', 'notStarted', message('stage-not-started')],
  ['push', 'notStarted', message('stage-not-started')],
  ['verify', 'cannotStart', message('stage-after-push')],
];
const stages: StageView[] = states.map(([stage, state, words]) => ({ stage, name: names[stage], state, words }));

export const job: JobView = {
  id: 'one',
  host: 'authentik.company',
  name: 'X',
  slug: 'twitter',
  page: 'credentials',
  stages,
  share: { side: 'both', theirs: null },
  server: {
    address,
    read: {
      base: address,
      scheme: 'https',
      host: 'authentik.company',
      hostWritten: null,
      port: 443,
      path: '/',
      said: [],
    },
    refused: null,
    asksForHttp: false,
    allowHttp: false,
    caFile: null,
    token: null,
    keyring: null,
    checkedAt: null,
    asking: [],
    legs: [],
    reached: null,
    handover: null,
    problem: null,
    note: null,
    bar: wait('checkServer', message('footer-check-server'), message('footer-needs-token')),
  },
  names: {
    name: 'X',
    nameRefused: null,
    slug: 'twitter',
    slugRefused: null,
    slugKnown: null,
    who: 'anyone',
    offered: ['anyone', 'linked', 'userName', 'userNameDeny'],
    whoRefused: null,
    email: false,
    emailTakes: [],
    scopes: '',
    scopesRefused: null,
    scopesSaid: [],
    requested: 'tweet.read users.read',
    wantsLinks: false,
    terms: '',
    termsRefused: null,
    privacy: '',
    privacyRefused: null,
    linksMissing: null,
    port: 8723,
    portRefused: null,
    urls: null,
    warnings: [],
    bar: ready('agreeNames', message('footer-continue-xapp')),
  },
  xapp: {
    layout: 'console',
    portal: 'Developer Console',
    newApp: true,
    actions: [],
    ticked: [],
    doneActions: [],
    open: null,
    form: [],
    leftAlone: [],
    done: 4,
    all: false,
    pasted: { text: '', compared: null, confirmed: null, says: null, overfull: null },
    cost: {
      says: message('portal-cost', { price: '', callbacks: 10, day: 22, month: 'August', year: 2026 }),
      people: 20,
      month: message('portal-cost-month', { days: 30, dollars: '6.00', people: 20 }),
      restsOn: [],
    },
    marks: ['twitter', 'authentik.company'],
    checked: '2026-08-22',
    bar: ready('tickAction', message('footer-tick-action')),
  },
  credentials: {
    clientId: null,
    idRecognised: null,
    secret: null,
    secretRecognised: null,
    idOffer: null,
    secretOffer: null,
    secretAside: false,
    keyring: null,
    answer: null,
    problem: null,
    bar: wait('askX', message('footer-ask-x'), message('footer-needs-pair')),
  },
  signin: {
    running: null,
    outcome: null,
    problem: null,
    checklist: null,
    pasted: null,
    scopes: null,
    forecast: null,
    remedies: [],
    passed: 0,
    testCallback: null,
    callback: { otherPort: null, register: null, remove: null },
    private: { browser: null, wished: false },
    canStart: true,
    bar: {
      ...ready('startTest', message('footer-start-test')),
      other: ['continue', message('footer-skip-test')],
    },
  },
  push: {
    host: 'authentik.company',
    user: 'm.okafor',
    plan: null,
    count: 2,
    choices: null,
    problem: null,
    pushing: false,
    halfway: null,
    steps: [],
    done: null,
    undo: null,
    undoInstead: null,
    tested: true,
    bar: { ...ready('push', message('footer-push', { count: 2 })), reason: message('footer-nothing-written') },
  },
  sourceStage: noSourceStage,
  repair: noRepair,
  export: { offered: false, ready: false, unread: null, why: null },
  rotatable: false,
  verify: {
    at: null,
    findings: [],
    passed: 0,
    ran: 0,
    pushed: false,
    login: idle,
    tidy: [],
    bar: wait('checkOutside', message('footer-check-outside'), message('footer-needs-push')),
  },
};

const today = (hours: number, minutes: number): string => {
  const at = new Date();
  at.setHours(hours, minutes, 0, 0);
  return at.toISOString();
};

const card = (
  id: string,
  host: string | null,
  stage: Stage,
  state: StageState,
  words: Message,
  touched: string,
): JobSummary => ({
  id,
  host,
  name: 'X',
  slug: id === 'two' ? 'x' : 'twitter',
  stage,
  stageName: names[stage],
  state,
  words,
  pushed: state === 'done',
  touched,
});

export const jobs: JobSummary[] = [
  card('one', 'authentik.company', 'credentials', 'inProgress', message('stage-in-progress'), today(11, 52)),
  card(
    'two',
    'sso.northwind.example',
    'verify',
    'needsAttention',
    message('stage-problems', { count: 1 }),
    '2026-08-21T09:00:00Z',
  ),
  card('three', 'login.harbour.example', 'verify', 'done', message('stage-verified'), '2025-11-09T09:00:00Z'),
];

export const noList: FleetPage = {
  name: null,
  counts: { all: 0, done: 0, fine: 0, notes: 0, risks: 0, breaks: 0 },
  remarks: [],
  moreRemarks: 0,
  wrong: 0,
  running: false,
  millis: 0,
};

export const noCheck: SourceCheckPage = {
  address: '',
  read: null,
  addressRefused: null,
  asksForHttp: false,
  allowHttp: false,
  slug: '',
  caFile: null,
  slugRefused: null,
  understood: null,
  token: null,
  keyring: null,
  clientId: null,
  idRecognised: null,
  secret: null,
  secretRecognised: null,
  ready: false,
  running: false,
  at: null,
  millis: 0,
  requests: 0,
  testable: false,
  rotatable: false,
  login: idle,
  opened: null,
  asking: [],
  legs: [],
  findings: [],
  unseen: [],
};

const row = (label: Message, text: string): ByteRow => ({ label, text });
const callback = 'sso.northwind.example/source/oauth/callback/x/';
const passed = (id: string, title: Message, detail: Message | null = null): Finding => ({
  id,
  title,
  detail,
  outcome: 'passed',
  severity: 'fine',
  diagnosis: null,
  bytes: null,
  exchange: null,
});

const open = (id: string, what: Message, rights: string[] = []): Unseen => ({
  id,
  what,
  need: 'token',
  with: message('unseen-with-token', { rights: rights.join(', ') }),
  rights,
});
const unseen: Unseen[] = [
  open('other-brands', message('unseen-brands'), ['authentik_brands.view_brand', 'authentik_flows.view_flow']),
  open('matching', message('unseen-matching'), ['authentik_sources_oauth.view_oauthsource']),
  open('sign-ins', message('unseen-sign-ins'), ['authentik_events.view_event']),
  {
    id: 'secret',
    what: message('unseen-secret'),
    need: 'credentials',
    with: message('unseen-with-credentials'),
    rights: [],
  },
  { id: 'callbacks', what: message('unseen-callbacks'), need: 'form', with: message('unseen-with-form'), rights: [] },
];

export const checked: SourceCheckPage = {
  ...noCheck,
  address: 'sso.northwind.example',
  read: {
    base: 'https://sso.northwind.example',
    scheme: 'https',
    host: 'sso.northwind.example',
    hostWritten: null,
    port: 443,
    path: '/',
    said: [],
  },
  slug: 'x',
  ready: true,
  at: '2026-11-23T12:31:40Z',
  millis: 830,
  requests: 8,
  legs: fromOutside(met),
  unseen,
  findings: [
    {
      id: 'callback',
      title: message('checks-name-callback'),
      detail: message('checks-callback-differs', { differing: 1, ways: 2 }),
      outcome: 'found',
      severity: 'breaks',
      diagnosis: losesHttps,
      bytes: {
        rows: [
          row(message('checks-row-planned'), `https://${callback}`),
          row(message('checks-row-sent'), `http://${callback}`),
        ],
        first: 5,
        words: message('checks-byte-missing', { byte: 5, planned: 's' }),
      },
      exchange: 3,
    },
    {
      id: 'button',
      title: message('checks-name-button'),
      detail: null,
      outcome: 'found',
      severity: 'risk',
      diagnosis: hidden,
      bytes: null,
      exchange: 4,
    },
    passed('source', message('checks-source'), message('checks-source-detail')),
    passed('pkce', message('checks-pkce'), message('checks-pkce-detail')),
    passed('scopes', message('checks-scopes'), message('checks-scopes-detail', { scopes: 'tweet.read users.read' })),
    { ...passed('type', message('checks-name-type'), message('checks-skipped-type')), outcome: 'skipped' },
  ],
};

export const practice: PracticeBand = {
  faults: [],
  licensed: false,
  layout: 'fresh',
  authentik: 'http://127.0.0.1:40123',
  portal: 'http://127.0.0.1:40124/portal',
};

export const view: View = {
  revision: 0,
  home: { jobs: [] },
  job: null,
  support: noCheck,
  fleet: noList,
  rotation: null,
  handover: null,
  practice: null,
  notice: null,
  sent: 4,
};

const exchange = (id: number, stage: Stage, method: string, url: string, status: number | null): Exchange => ({
  id,
  stage,
  kind: 'sent',
  at: `2026-11-23T12:06:1${id}.204Z`,
  method,
  url,
  requestHeaders: [['host', new URL(url).host]],
  requestBody: null,
  status,
  responseHeaders: [['content-type', 'application/json']],
  responseBody: null,
  fault: null,
  millis: 61 * id,
  curl: `curl -X ${method} '${url}'`,
});

export const exchanges: Exchange[] = [
  exchange(1, 'server', 'GET', `${address}/-/health/live/`, 200),
  exchange(2, 'server', 'GET', `${address}/api/v3/core/users/me/`, 200),
  exchange(3, 'credentials', 'POST', 'https://api.x.com/2/oauth2/token', 400),
  { ...exchange(4, 'signin', 'GET', 'https://x.com/i/oauth2/authorize', null), kind: 'opened', curl: null },
  {
    ...exchange(5, 'signin', 'GET', 'http://127.0.0.1:8723/callback?state=‹state›', 200),
    kind: 'received',
    curl: null,
  },
  {
    ...exchange(6, 'signin', 'GET', 'https://api.x.com/2/users/me', 403),
    requestHeaders: [
      ['host', 'api.x.com'],
      ['authorization', 'Bearer ‹access token, 91 characters, removed›'],
    ],
    responseBody: '{ "title": "Client Forbidden",\n  "reason": "client-not-enrolled" }',
  },
];
