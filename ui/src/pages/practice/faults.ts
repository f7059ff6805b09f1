import type { Keys } from '../../lib/bindings';
import { message, t, type Words } from '../../lib/words';

/** What can be made to go wrong in practice, in the order of the stages that find it. */
export const FAULTS = [
  'token-without-rights',
  'slug-taken',
  'wrong-secret',
  'unknown-client-id',
  'callback-not-registered',
  'code-expired',
  'tweet-read-missing',
  'client-not-enrolled',
  'credits-depleted',
  'x-503',
  'proxy-loses-https',
  'source-disabled',
] as const;

export type Fault = (typeof FAULTS)[number];

const isFault = (name: string): name is Fault => (FAULTS as readonly string[]).includes(name);

/** A fault's name in plain words. */
export const title = (fault: Fault | 'none'): Words => message(`page-practice-fault-${fault}` satisfies keyof Keys);

/** What the fault makes happen. */
export const does = (fault: Fault | 'none'): Words => message(`page-practice-fault-${fault}-does` satisfies keyof Keys);

/** What the band says while practice servers run. */
export function atWork(names: readonly string[]): Words {
  if (names.length === 0) return message('page-shell-practice-none');
  const faults = names.map((name) => (isFault(name) ? t(`page-practice-fault-${name}`) : name));
  return message('page-shell-practice-faults', { count: faults.length, faults: faults.join(', ') });
}
