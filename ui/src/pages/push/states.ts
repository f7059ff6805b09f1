import type { Footer, Change, Diagnosis, PlanView, PushPage } from '../../lib/bindings';
import { message } from '../../lib/i18n';
import * as offers from './states-offer';

/** The states of the page, made up: nothing here is part of the product. */

const at = '2026-11-23T12:09:55Z';
const names = ['authentik Built-in', 'GitHub'];

const source: Change = {
  id: 'source',
  group: 'source',
  target: 'source',
  action: 'create',
  title: message('plan-source-create', { name: 'X' }),
  why: message('plan-why-new', { host: 'authentik.company' }),
  fields: [
    field('slug', message('plan-field-slug'), 'twitter'),
    field('name', message('plan-field-name'), 'X'),
    field('consumer_key', message('plan-field-client-id'), 'a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ'),
    {
      name: 'consumer_secret',
      label: message('plan-field-secret'),
      now: null,
      will: { kind: 'words', value: message('plan-value-secret-ending', { ending: 'x7Qd' }) },
      secret: true,
    },
    {
      name: 'user_matching_mode',
      label: message('plan-field-matching'),
      now: null,
      will: { kind: 'words', value: message('plan-value-matching-identifier') },
      secret: false,
    },
    field('authentication_flow', message('plan-field-authentication-flow'), 'default-source-authentication'),
    field('enrollment_flow', message('plan-field-enrolment-flow'), 'default-source-enrollment'),
  ],
  data: {
    method: 'POST',
    path: '/api/v3/sources/oauth/',
    body: '{\n  "name": "X",\n  "slug": "twitter",\n  "provider_type": "twitter",\n  "consumer_key": "a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ",\n  "consumer_secret": "‹the secret›"\n}',
  },
};
const button: Change = {
  id: 'login-page',
  group: 'loginPage',
  target: 'loginPage',
  action: 'change',
  title: message('plan-button-add'),
  why: message('plan-why-stage', { stage: 'default-authentication-identification' }),
  fields: [
    {
      name: 'sources',
      label: message('plan-field-sources'),
      now: { kind: 'list', value: names },
      will: { kind: 'list', value: [...names, 'X'] },
      secret: false,
    },
  ],
  data: {
    method: 'PATCH',
    path: '/api/v3/stages/identification/5c1e9a40-77d3-4f0e-9f2c-0d7b6a1c2e11/',
    body: '{\n  "sources": [\n    "b0f3a6d2-5f4e-4b7e-8f6b-3f1d2c9a7e10",\n    "91c7e554-2f0a-4a55-9f3a-6c1f5f3f8a21",\n    "‹id of the new source›"\n  ]\n}',
  },
};

function field(name: string, label: Change['title'], value: string): Change['fields'][number] {
  return { name, label, now: null, will: { kind: 'text', value }, secret: false };
}

const plan: PlanView = {
  server: 'https://authentik.company',
  slug: 'twitter',
  comparedAt: at,
  state: 'ready',
  summary: message('plan-summary-push', { count: 2 }),
  diagnosis: null,
  changes: [source, button],
  consequences: offers.consequences,
  notes: [],
};
const changed: Change = {
  ...source,
  action: 'change',
  title: message('plan-source-change', { name: 'Twitter' }),
  why: null,
  fields: [
    { ...field('name', message('plan-field-name'), 'X'), now: { kind: 'text', value: 'Twitter' } },
    {
      ...field('consumer_key', message('plan-field-client-id'), 'a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ'),
      now: { kind: 'text', value: 'cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpjaQ' },
    },
    {
      name: 'consumer_secret',
      label: message('plan-field-secret'),
      now: null,
      will: { kind: 'words', value: message('plan-value-secret-replaced') },
      secret: true,
    },
  ],
  data: {
    method: 'PATCH',
    path: '/api/v3/sources/oauth/twitter/',
    body: '{\n  "name": "X",\n  "consumer_key": "a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ",\n  "consumer_secret": "‹the secret›"\n}',
  },
};
const nothing = (change: Change, title: Change['title']): Change => ({
  ...change,
  action: 'nothing',
  title,
  why: message('plan-why-already'),
  fields: [],
  data: null,
});

const differs: Diagnosis = {
  id: 'source-differs',
  severity: 'risk',
  title: message('diagnosis-source-differs', { slug: 'twitter' }),
  why: message('diagnosis-source-differs.why'),
  remedy: message('diagnosis-source-differs.remedy'),
  causes: [],
  link: 'serverSources',
  evidence: 'measured',
};
const taken: Diagnosis = {
  id: 'slug-taken',
  severity: 'breaks',
  title: message('diagnosis-slug-taken', { slug: 'twitter' }),
  why: message('diagnosis-slug-taken.why'),
  remedy: message('diagnosis-slug-taken.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};
const meanwhile: Diagnosis = {
  id: 'changed-meanwhile',
  severity: 'risk',
  title: message('diagnosis-changed-meanwhile', { what: 'default-authentication-identification' }),
  why: message('diagnosis-changed-meanwhile.why'),
  remedy: message('diagnosis-changed-meanwhile.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};
const inUse: Diagnosis = {
  id: 'source-in-use',
  severity: 'risk',
  title: message('diagnosis-source-in-use', { people: 3, slug: 'twitter' }),
  why: message('diagnosis-source-in-use.why', { people: 3 }),
  remedy: message('diagnosis-source-in-use.remedy'),
  causes: [],
  link: null,
  evidence: 'measured',
};

const compare: Footer = { act: 'compare', label: message('footer-compare'), ready: true, reason: null, other: null };
const pushes: Footer = {
  act: 'push',
  label: message('footer-push', { count: 2 }),
  ready: true,
  reason: message('footer-nothing-written'),
  other: null,
};
const goesOn: Footer = {
  act: 'continue',
  label: message('footer-continue-verify'),
  ready: true,
  reason: null,
  other: null,
};

const open: PushPage = {
  host: 'authentik.company',
  user: 'm.okafor',
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
  tested: true,
  bar: compare,
};
const review: PushPage = { ...open, plan, count: 2, choices: offers.offer, bar: pushes };
const consenting: PushPage = {
  ...review,
  choices: { ...offers.offer, existing: offers.existing },
  plan: { ...plan, state: 'needsConsent', diagnosis: differs, changes: [changed, button] },
  bar: { ...pushes, ready: false, reason: message('footer-needs-consent') },
};
const flowGone: Diagnosis = {
  ...taken,
  id: 'flow-missing',
  title: message('diagnosis-flow-missing', { slug: 'default-source-authentication' }),
  why: message('diagnosis-flow-missing.why'),
  remedy: message('diagnosis-flow-missing.remedy', { slug: 'default-source-authentication' }),
};
const twinThere: Diagnosis = {
  ...differs,
  id: 'source-exists',
  title: message('diagnosis-source-exists', { name: 'X', slug: 'x-old' }),
  why: message('diagnosis-source-exists.why'),
  remedy: message('diagnosis-source-exists.remedy'),
};
const done: PushPage = {
  ...open,
  steps: [
    { change: 'source', state: 'written', millis: 212, diagnosis: null },
    { change: 'login-page', state: 'written', millis: 174, diagnosis: null },
  ],
  done: { at: '2026-11-23T12:11:20Z', written: 2, tests: [] },
  bar: { ...goesOn, other: ['compare', message('footer-compare-again')] },
};

export const states = {
  open: { ...open, bar: { ...compare, ready: false, reason: message('footer-needs-server') } },
  review,
  untested: { ...review, tested: false },
  takeover: { ...review, plan: { ...plan, consequences: offers.takeover } },
  email: {
    ...review,
    plan: {
      ...plan,
      consequences: offers.noEmail,
      notes: [message('plan-note-same-name', { name: 'X', slug: 'x' })],
    },
  },
  flowsGone: {
    ...review,
    choices: offers.flowsGone,
    plan: { ...plan, state: 'blocked', diagnosis: flowGone },
    bar: { ...compare, label: message('footer-compare-again') },
  },
  badPath: {
    ...review,
    choices: offers.badPath,
    bar: { ...pushes, ready: false, reason: message('footer-mend-fields') },
  },
  pages: {
    ...review,
    count: 3,
    choices: { ...offers.offer, loginPages: offers.severalPages },
    plan: {
      ...plan,
      changes: [
        source,
        button,
        { ...button, id: 'login-page-2', why: message('plan-why-stage', { stage: 'partners-identification' }) },
      ],
    },
    bar: { ...pushes, label: message('footer-push', { count: 3 }) },
  },
  leftOut: {
    ...review,
    count: 1,
    choices: offers.leftOut,
    plan: {
      ...plan,
      changes: [
        source,
        {
          ...nothing(button, message('plan-button-add')),
          action: 'leaveOut',
          why: message('choices-left-out-login-page-says', {
            login: 'https://authentik.company/source/oauth/login/twitter/',
          }),
        },
      ],
    },
    bar: { ...pushes, label: message('footer-push', { count: 1 }) },
  },
  unseen: {
    ...review,
    count: 1,
    choices: { ...offers.offer, loginPages: [], groups: [] },
    plan: {
      ...plan,
      changes: [
        source,
        { ...nothing(button, message('plan-button-add')), action: 'leaveOut', why: message('plan-why-unseen') },
      ],
    },
    bar: { ...pushes, label: message('footer-push', { count: 1 }) },
  },
  consent: consenting,
  agreed: {
    ...consenting,
    choices: { ...offers.offer, existing: { ...offers.existing, current: { kind: 'change', slug: 'twitter' } } },
    plan: { ...plan, changes: [changed, button] },
    bar: pushes,
  },
  another: {
    ...review,
    choices: { ...offers.offer, existing: offers.existing },
    plan: { ...plan, state: 'needsConsent', diagnosis: twinThere },
    bar: { ...pushes, ready: false, reason: message('footer-needs-consent') },
  },
  blocked: {
    ...review,
    count: 0,
    choices: { ...offers.offer, existing: { ...offers.existing, change: [] } },
    plan: {
      ...plan,
      state: 'blocked',
      consequences: [],
      diagnosis: taken,
      changes: [
        { ...nothing(source, message('plan-source-nothing', { name: 'GitHub' })), action: 'leaveOut', why: null },
      ],
    },
    bar: { ...compare, label: message('footer-compare-again') },
  },
  already: {
    ...review,
    count: 0,
    plan: {
      ...plan,
      state: 'alreadyAsItShouldBe',
      changes: [
        nothing(source, message('plan-source-nothing', { name: 'X' })),
        nothing(button, message('plan-button-there')),
      ],
    },
    done: { at, written: 0, tests: [] },
    bar: { ...goesOn, reason: message('footer-already') },
  },
  pushing: {
    ...review,
    pushing: true,
    steps: [
      { change: 'source', state: 'written', millis: 212, diagnosis: null },
      { change: 'login-page', state: 'readingBack', millis: 90, diagnosis: null },
    ],
    bar: { ...pushes, ready: false, reason: message('footer-pushing') },
  },
  stopped: {
    ...open,
    problem: meanwhile,
    steps: [
      { change: 'source', state: 'written', millis: 212, diagnosis: null },
      { change: 'login-page', state: 'failed', millis: 90, diagnosis: meanwhile },
    ],
  },
  halfway: {
    ...review,
    count: 1,
    plan: { ...plan, changes: [nothing(source, message('plan-source-nothing', { name: 'X' })), button] },
    halfway: {
      title: message('push-halfway'),
      says: message('push-halfway-left', { written: 1, left: 1 }),
      undo: true,
    },
    bar: { ...pushes, label: message('footer-push', { count: 1 }) },
  },
  done,
  doneNothing: { ...done, steps: [], done: { at, written: 0, tests: [] } },
  undo: {
    ...done,
    undoInstead: {
      ...plan,
      summary: message('plan-summary-undo', { count: 2 }),
      changes: [
        { ...button, title: message('plan-button-remove') },
        {
          ...source,
          action: 'change',
          title: message('plan-source-disable', { name: 'X' }),
          why: message('plan-why-made-here'),
        },
      ],
      notes: [message('plan-note-links-stay')],
    },
    undo: {
      ...plan,
      state: 'needsConsent',
      summary: message('plan-summary-undo', { count: 2 }),
      notes: [message('plan-note-linked', { names: 'ada, m.okafor, lin', more: 0 })],
      diagnosis: inUse,
      changes: [
        { ...button, title: message('plan-button-remove') },
        {
          ...source,
          action: 'remove',
          title: message('plan-source-remove', { name: 'X' }),
          why: message('plan-why-made-here'),
          fields: [],
        },
      ],
    },
  },
} satisfies Record<string, PushPage>;
