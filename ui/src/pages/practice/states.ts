// The page's states, for the gallery: every fault, in the places where the practice servers list it.
import type { Message, PracticeFault, PracticeLayout, PracticePlace, Stage } from '../../lib/bindings';

const told = (id: string): Message => ({ id, args: {} });

const fault = (name: string, stage: Stage, letter: string): PracticeFault => ({
  name,
  title: told(`fault-${name}.title`),
  does: told(`fault-${name}`),
  stage,
  tag: told(`fault-tag-${letter}.title`),
  tagSays: told(`fault-tag-${letter}`),
});

const place = (name: string, stage: Stage, faults: Record<string, string>): PracticePlace => ({
  title: told(`fault-place-${name}`),
  faults: Object.entries(faults).map(([each, letter]) => fault(each, stage, letter)),
});

const layout = (name: string): PracticeLayout => ({
  name,
  title: told(`layout-${name}.title`),
  does: told(`layout-${name}`),
});

export const layouts: PracticeLayout[] = ['fresh', 'flows-renamed', 'two-brands'].map(layout);

export const places: PracticePlace[] = [
  place('credentials', 'credentials', {
    'wrong-secret': 'o',
    'unknown-client-id': 'r',
    'unknown-client-id-401': 't',
    'app-type-changed': 'r',
  }),
  place('consent', 'signin', {
    'callback-not-registered': 'r',
    'callback-slash': 'r',
    'callback-port': 'r',
    'callback-localhost': 'r',
    'callback-scheme': 'r',
    'form-not-saved': 'r',
    'app-deleted-later': 'r',
    'app-suspended': 'i',
    'not-a-tester': 'r',
    'email-switch-off': 'r',
    'scope-unknown': 'r',
    'x-outage': 'r',
    'other-account': 'r',
    'login-loop': 'r',
    'blank-page': 'i',
    'consent-cancelled': 'u',
    'cancel-without-state': 'u',
    'cancel-as-oauth1': 'u',
    'callback-server-error': 'i',
    'callback-other-state': 'i',
    'callback-without-code': 'i',
    'never-comes-back': 'i',
  }),
  place('exchange', 'signin', {
    'grant-type-missing': 'o',
    'grant-type-unknown': 'o',
    'client-id-missing': 'o',
    'verifier-missing': 'o',
    'secret-regenerated-later': 'o',
    'public-client': 'r',
    'code-expired': 'o',
    'code-used-twice': 'o',
    'invalid-grant': 't',
    'redirect-differs': 'd',
    'verifier-differs': 'o',
    'token-503': 'i',
    'token-429': 'u',
    'token-html': 'i',
    'token-other-error': 'u',
    'token-hangs': 'i',
  }),
  place('profile', 'signin', {
    'token-refused': 'o',
    'tweet-read-missing': 'o',
    'client-not-enrolled': 'd',
    'not-in-production': 'd',
    'user-not-enrolled': 'o',
    'app-only-token': 'o',
    'credits-depleted': 'o',
    'credits-depleted-newer': 'o',
    'spend-cap-reached': 'r',
    'profile-429': 'o',
    'usage-cap-exceeded': 'o',
    'x-503': 'd',
    'profile-without-id': 'i',
    'profile-html': 'i',
    'profile-hangs': 'i',
  }),
  place('authentik', 'push', {
    'token-without-rights': 'm',
    'slug-taken': 'm',
    'source-of-another-app': 'm',
    'source-disabled': 'm',
    'proxy-loses-https': 'm',
  }),
];
