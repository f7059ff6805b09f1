// A job as the gallery shows it, no stage of which has begun. Made-up values: nothing here is part of the product.
import type { Footer, JobView, Message, Stage, StageState } from '../lib/bindings';
import { message } from '../lib/i18n';
import { idle } from '../pages/login/states';
import { noRepair, noSourceStage } from '../pages/push/states-beside';

/** A bar whose button can go. */
export function ready(act: Footer['act'], label: Message, other: Footer['other'] = null): Footer {
  return { act, label, ready: true, reason: null, other };
}

/** A bar whose button waits. */
export function waits(act: Footer['act'], label: Message, reason: Message): Footer {
  return { act, label, ready: false, reason, other: null };
}

const stage = (of: Stage, name: Message, state: StageState, words: Message): JobView['stages'][number] => ({
  stage: of,
  name,
  state,
  words,
});

const empty: JobView = {
  id: 'sample',
  host: null,
  name: 'X',
  slug: 'twitter',
  page: 'server',
  stages: [
    stage('server', message('stage-server'), 'inProgress', message('stage-in-progress')),
    stage('names', message('stage-names'), 'notStarted', message('stage-not-started')),
    stage('xapp', message('stage-xapp'), 'cannotStart', message('stage-after-server')),
    stage('credentials', message('stage-credentials'), 'notStarted', message('stage-not-started')),
    stage('signin', message('stage-signin'), 'cannotStart', message('stage-after-credentials')),
    stage('push', message('stage-push'), 'cannotStart', message('stage-after-credentials')),
    stage('verify', message('stage-verify'), 'cannotStart', message('stage-after-push')),
  ],
  share: { side: 'both', theirs: null },
  server: {
    address: '',
    read: null,
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
    bar: waits('checkServer', message('footer-check-server'), message('footer-needs-address-and-token')),
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
    requested: 'users.read tweet.read',
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
    newApp: false,
    actions: [],
    ticked: [],
    doneActions: [],
    open: null,
    form: [],
    leftAlone: [],
    done: 0,
    all: false,
    pasted: { text: '', compared: null, confirmed: null, says: null, overfull: null },
    cost: {
      says: message('portal-cost', { callbacks: 10, day: 22, month: 8, price: '0.010', year: 2026 }),
      people: 20,
      month: message('portal-cost-month', { days: 30, dollars: '6.00', people: 20 }),
      restsOn: [
        {
          says: message('portal-cost-read', { price: '0.010' }),
          evidence: 'documented',
          source: 'https://developer.x.com/#pricing',
          checked: '2026-08-22',
        },
        {
          says: message('portal-cost-once-a-day'),
          evidence: 'inferred',
          source: 'https://developer.x.com/#pricing',
          checked: '2026-08-22',
        },
      ],
    },
    marks: ['twitter'],
    checked: '2026-08-22',
    bar: waits('continue', message('footer-continue-credentials'), message('footer-needs-address')),
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
    bar: waits('askX', message('footer-ask-x'), message('footer-needs-pair')),
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
    canStart: false,
    bar: waits('startTest', message('footer-start-test'), message('footer-needs-pair')),
  },
  push: {
    host: null,
    user: null,
    plan: null,
    count: 0,
    choices: null,
    problem: null,
    pushing: false,
    halfway: null,
    steps: [],
    done: null,
    undo: null,
    undoInstead: null,
    tested: false,
    bar: waits('compare', message('footer-compare'), message('footer-needs-server')),
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
    bar: waits('checkOutside', message('footer-check-outside'), message('footer-needs-push')),
  },
};

/** That job, with what is given in place of its own. */
export function job(own: Partial<JobView>): JobView {
  return { ...empty, ...own };
}
