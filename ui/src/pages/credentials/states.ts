import type { Footer, CredentialsPage, Diagnosis, PairAnswer, Recognised } from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** The states of the page, made up: nothing here is part of the product. */

const idText = 'a1Q0d1pxOUxtQnYyWHNSN2RIblk6MTpjaQ';
const at = '2026-11-23T12:02:41Z';

const confidential: Recognised = {
  kind: 'clientIdConfidential',
  certainty: 'high',
  verdict: 'fits',
  says: message('credentials-kind-client-id-confidential'),
  mend: null,
  removed: [],
};
const fits: Recognised = {
  kind: 'clientSecret',
  certainty: 'high',
  verdict: 'fits',
  says: message('credentials-kind-client-secret'),
  mend: null,
  removed: [],
};
const waits = (reason: Footer['reason']): Footer => ({
  act: 'askX',
  label: message('footer-ask-x'),
  ready: false,
  reason,
  other: null,
});
const goes: Footer = { act: 'askX', label: message('footer-ask-x'), ready: true, reason: null, other: null };
const goesOn: Footer = {
  act: 'continue',
  label: message('footer-continue-signin'),
  ready: true,
  reason: null,
  other: null,
};

const empty: CredentialsPage = {
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
  bar: waits(message('footer-needs-pair')),
};
const both: CredentialsPage = {
  ...empty,
  clientId: idText,
  idRecognised: confidential,
  secret: { ending: 'x7Qd', at: '2026-11-09T11:58:03Z', place: 'keyring', server: 'https://authentik.company' },
  secretRecognised: fits,
  bar: goes,
};
const accepted: PairAnswer = {
  verdict: 'accepted',
  evidence: 'reported',
  said: 'Value passed for the token was invalid.',
  at,
  millis: 388,
  exchange: 10,
};
const secretRefused: Diagnosis = {
  id: 'x-secret-refused',
  severity: 'breaks',
  title: message('diagnosis-x-secret-refused'),
  why: message('diagnosis-x-secret-refused.why'),
  remedy: message('diagnosis-x-secret-refused.remedy'),
  causes: [
    {
      cause: 'secret-wrong',
      title: message('cause-secret-wrong'),
      remedy: message('cause-secret-wrong.remedy'),
      evidence: 'observed',
    },
    {
      cause: 'secret-regenerated',
      title: message('cause-secret-regenerated'),
      remedy: message('cause-secret-regenerated.remedy'),
      evidence: 'reported',
    },
    {
      cause: 'header-dropped',
      title: message('cause-header-dropped'),
      remedy: message('cause-header-dropped.remedy'),
      evidence: 'inferred',
    },
  ],
  link: 'console',
  evidence: 'observed',
};
const unavailable: Diagnosis = {
  id: 'x-unavailable',
  severity: 'risk',
  title: message('diagnosis-x-unavailable', { status: 503 }),
  why: message('diagnosis-x-unavailable.why'),
  remedy: message('diagnosis-x-unavailable.remedy'),
  causes: [],
  link: 'xStatus',
  evidence: 'documented',
};

export const states = {
  empty,
  onlyId: {
    ...empty,
    clientId: idText,
    idRecognised: { ...confidential, removed: [message('pasted-quotes'), message('pasted-blanks')] },
    bar: waits(message('footer-needs-secret')),
  },
  swapped: {
    ...empty,
    idRecognised: {
      ...fits,
      verdict: 'wrong',
      mend: message('credentials-mend-belongs-to-secret'),
    },
    secretRecognised: {
      ...confidential,
      verdict: 'wrong',
      mend: message('credentials-mend-belongs-to-id'),
    },
    idOffer: 'swap',
    secretOffer: 'swap',
    secretAside: true,
  },
  oldPair: {
    ...empty,
    idRecognised: {
      kind: 'oldPair',
      certainty: 'high',
      verdict: 'wrong',
      says: message('credentials-kind-old-pair'),
      mend: message('credentials-mend-find-id'),
      removed: [],
    },
  },
  split: {
    ...both,
    idRecognised: { ...confidential, removed: [message('credentials-said-split-id')] },
  },
  native: {
    ...empty,
    clientId: 'cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpuYQ',
    idRecognised: {
      kind: 'clientIdNative',
      certainty: 'medium',
      verdict: 'suspicious',
      says: message('credentials-kind-client-id-native'),
      mend: message('credentials-mend-native'),
      removed: [],
    },
    bar: waits(message('footer-needs-secret')),
  },
  both,
  ambiguous: {
    ...both,
    secretRecognised: {
      ...fits,
      kind: 'ambiguousSecret',
      verdict: 'suspicious',
      says: message('credentials-kind-ambiguous-secret'),
    },
  },
  memory: { ...both, secret: { ending: 'x7Qd', at, place: 'memory', server: 'https://authentik.company' } },
  keyring: {
    ...empty,
    clientId: idText,
    idRecognised: confidential,
    keyring: {
      id: 'keyring-missing',
      severity: 'risk',
      title: message('diagnosis-keyring-missing'),
      why: message('diagnosis-keyring-missing.why'),
      remedy: message('diagnosis-keyring-missing.remedy'),
      causes: [],
      link: null,
      evidence: 'measured',
    },
    bar: waits(message('footer-needs-secret')),
  },
  accepted: { ...both, answer: accepted, bar: goesOn },
  idOnly: {
    ...both,
    clientId: 'cFc4Y0ozbkZ4RTZ1R3QwYVF5NVM6MTpuYQ',
    idRecognised: {
      kind: 'clientIdNative',
      certainty: 'medium',
      verdict: 'suspicious',
      says: message('credentials-kind-client-id-native'),
      mend: message('credentials-mend-native'),
      removed: [],
    },
    answer: { ...accepted, verdict: 'idOnly', evidence: 'inferred' },
    bar: { ...goesOn, other: ['askX', message('footer-ask-again')] },
  },
  refused: {
    ...both,
    answer: { ...accepted, verdict: 'refused', evidence: 'observed', said: 'Missing valid authorization header' },
    problem: secretRefused,
    bar: { ...goes, label: message('footer-ask-again'), reason: message('footer-mend-pair') },
  },
  unknownId: {
    ...both,
    answer: { ...accepted, verdict: 'refused', said: 'Value passed for the client id was invalid.' },
    problem: {
      ...secretRefused,
      id: 'x-client-id-unknown',
      title: message('diagnosis-x-client-id-unknown'),
      why: message('diagnosis-x-client-id-unknown.why'),
      remedy: message('diagnosis-x-client-id-unknown.remedy'),
    },
    bar: { ...goes, label: message('footer-ask-again'), reason: message('footer-mend-pair') },
  },
  cannotTell: {
    ...both,
    answer: { ...accepted, verdict: 'cannotTell', said: null },
    problem: unavailable,
    bar: { ...goesOn, other: ['askX', message('footer-ask-again')] },
  },
} satisfies Record<string, CredentialsPage>;
