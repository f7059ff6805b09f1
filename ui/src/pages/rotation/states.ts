// The page's states, for the gallery: each as the core would send it. Made-up values.
import { met, underWay, way } from '../../gallery/legs';
import type { Footer, Diagnosis, Message, PlanView, RotationPage } from '../../lib/bindings';
import { message } from '../../lib/i18n';
import { checked } from '../../gallery/views';

const told = (id: string, severity: Diagnosis['severity'], args: Message['args'] = {}): Diagnosis => ({
  id,
  severity,
  title: { id: `diagnosis-${id}`, args },
  why: { id: `diagnosis-${id}.why`, args },
  remedy: { id: `diagnosis-${id}.remedy`, args },
  causes: [],
  link: id === 'x-secret-refused' ? 'console' : null,
  evidence: 'observed',
});
const go = (act: Footer['act'], label: Message, reason: Message | null = null): Footer => ({
  act,
  label,
  ready: true,
  reason,
  other: null,
});
const wait = (act: Footer['act'], label: Message, reason: Message): Footer => ({
  ...go(act, label, reason),
  ready: false,
});
const push = message('rotation-bar-push');

const plan: PlanView = {
  server: 'https://authentik.company',
  slug: 'twitter',
  comparedAt: '2026-11-23T12:14:31Z',
  state: 'ready',
  summary: message('plan-summary-push', { count: 1 }),
  diagnosis: null,
  changes: [
    {
      id: 'source',
      group: 'source',
      target: 'source',
      action: 'change',
      title: message('plan-source-change', { name: 'X' }),
      why: null,
      fields: [
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
        body: '{\n  "provider_type": "twitter",\n  "consumer_secret": "‹the secret›"\n}',
      },
    },
  ],
  consequences: [],
  notes: [],
};

const checking: RotationPage = {
  of: 'job',
  host: 'authentik.company',
  slug: 'twitter',
  step: 'ready',
  checking: underWay({ name: met.name, connect: met.connect }, ['tls']),
  legs: [],
  ready: [],
  atHand: false,
  portal: 'console',
  place: message('rotation-place', {
    keys: 'Keys & Tokens',
    oauth: 'OAuth 2.0 Keys',
    regenerate: 'Regenerate',
    secret: 'Client Secret',
  }),
  since: null,
  exact: false,
  recognised: null,
  aside: false,
  ending: null,
  asking: false,
  says: null,
  plan: null,
  pushing: false,
  steps: [],
  problem: null,
  stands: null,
  done: null,
  halfDone: false,
  bar: wait('prepareRotation', message('rotation-bar-check'), message('rotation-bar-checking')),
};
const missing: RotationPage = {
  ...checking,
  checking: null,
  legs: way(met),
  problem: told('source-missing', 'breaks', { slug: 'twitter' }),
  bar: go('prepareRotation', message('footer-check-again')),
};
const ready: RotationPage = {
  ...checking,
  step: 'regenerate',
  checking: null,
  legs: way(met),
  ready: [
    message('rotation-ready-source', { id: 'a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ', name: 'X' }),
    message('rotation-ready-right', { user: 'm.okafor' }),
    message('rotation-ready-taken'),
  ],
  bar: go('tellRegenerated', message('rotation-bar-pressed'), message('rotation-bar-not-before')),
};
const atHand: RotationPage = {
  ...ready,
  ready: [...ready.ready.slice(0, 2), message('rotation-ready-at-hand')],
  atHand: true,
};
const pressed: RotationPage = {
  ...ready,
  step: 'paste',
  since: new Date(Date.now() - 21_000).toISOString(),
  exact: true,
  halfDone: true,
  bar: wait('pushSecret', push, message('rotation-bar-needs-secret')),
};
const asking: RotationPage = {
  ...pressed,
  ending: 'x7Qd',
  asking: true,
  bar: wait('askNewSecret', message('footer-ask-x'), message('rotation-bar-asking')),
};
const asked: RotationPage = {
  ...asking,
  asking: false,
  bar: go('askNewSecret', message('rotation-bar-ask-again')),
};
const refused: RotationPage = { ...asked, problem: told('x-secret-refused', 'breaks') };
const same: RotationPage = { ...asked, says: message('rotation-same-refused') };
const wrong: RotationPage = {
  ...pressed,
  aside: true,
  recognised: {
    kind: 'bearerToken',
    certainty: 'high',
    verdict: 'wrong',
    says: message('credentials-kind-bearer-token'),
    mend: null,
    removed: [],
  },
};
const toPush: RotationPage = {
  ...asked,
  step: 'push',
  says: message('rotation-accepted'),
  plan,
  bar: go('pushSecret', push),
};
const pushing: RotationPage = {
  ...toPush,
  pushing: true,
  steps: [{ change: 'source', state: 'writing', millis: 0, diagnosis: null }],
  bar: wait('pushSecret', push, message('footer-pushing')),
};
const stopped: RotationPage = {
  ...asked,
  problem: told('api-token-refused', 'breaks', { host: 'authentik.company' }),
  stands: message('rotation-stands-old', { minutes: 1, seconds: '12.4' }),
  bar: go('askNewSecret', message('rotation-bar-go-on')),
};
const done: RotationPage = {
  ...toPush,
  step: 'done',
  plan: null,
  ending: null,
  halfDone: false,
  done: {
    says: message('rotation-gap', { minutes: 0, seconds: '34.2' }),
    findings: checked.findings.filter(({ outcome }) => outcome === 'passed'),
    unseen: null,
    kept: message('rotation-kept', { jobs: 1 }),
    keptProblem: null,
    login: true,
  },
  bar: go('endRotation', message('shell-close')),
};

export const states = {
  checking,
  missing,
  ready,
  atHand,
  pressed,
  asking,
  refused,
  same,
  wrong,
  push: toPush,
  pushing,
  stopped,
  done,
} satisfies Record<string, RotationPage>;
