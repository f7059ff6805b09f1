// The page's states, for the gallery: some faults of each place, as the practice servers list them.
import type { Message, PracticeFault, PracticePlace, Stage } from '../../lib/bindings';

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
    'callback-localhost': 'r',
    'app-suspended': 'i',
    'login-loop': 'r',
    'cancel-without-state': 'u',
  }),
  place('exchange', 'signin', {
    'code-expired': 'o',
    'redirect-differs': 'd',
    'invalid-grant': 't',
    'token-hangs': 'i',
  }),
  place('profile', 'signin', { 'client-not-enrolled': 'd', 'credits-depleted': 'o', 'x-503': 'd' }),
  place('authentik', 'push', { 'token-without-rights': 'm', 'slug-taken': 'm', 'proxy-loses-https': 'm' }),
];
