// The legs of the way to a server, for the pages that draw them. Made-up values.
import type { Diagnosis, Message, ServerLeg, ServerLegView, ServerLegVerdict } from '../lib/bindings';
import { message } from '../lib/i18n';

const order: ServerLeg[] = ['name', 'connect', 'tls', 'http', 'found', 'version', 'token', 'rights'];

export type Went = { verdict?: ServerLegVerdict; millis?: number; says?: Message[]; diagnosis?: Diagnosis };

/** Every leg: those that are given, and after one that failed none. */
export function way(went: Partial<Record<ServerLeg, Went>>): ServerLegView[] {
  const end = order.findIndex((leg) => went[leg]?.verdict === 'failed');
  return order.map((leg, at) => {
    const { verdict, millis, says, diagnosis } = went[leg] ?? {};
    const after = end >= 0 && at > end;
    return {
      leg,
      verdict: after ? 'notReached' : (verdict ?? 'passed'),
      millis: after ? null : (millis ?? null),
      says: after ? [] : (says ?? []),
      diagnosis: diagnosis ?? null,
    };
  });
}

const certificate = message('reach-certificate', {
  chain: 2,
  from: '2026-10-12',
  issuer: 'R11',
  names: 'authentik.company',
  until: '2027-01-10',
});

export const met: Partial<Record<ServerLeg, Went>> = {
  name: { millis: 3, says: [message('reach-name', { addresses: '203.0.113.7, 2001:db8::7' })] },
  connect: { millis: 14, says: [message('reach-connect', { address: '203.0.113.7:443' })] },
  tls: { millis: 31, says: [message('reach-tls', { protocol: 'TLS 1.3' }), certificate] },
  http: { millis: 62, says: [message('reach-http', { status: '200' })] },
  found: { millis: 62, says: [message('reach-found')] },
  version: { says: [message('reach-version', { version: '2025.12.4' })] },
  token: { millis: 71, says: [message('reach-token-superuser', { user: 'm.okafor' })] },
  rights: { millis: 184, says: [message('reach-rights', { allowed: 12, refused: 0, untried: 0 })] },
};

/** A check under way: what is known, what is asked now, and the rest. */
export function underWay(known: Partial<Record<ServerLeg, Went>>, asked: ServerLeg[], of = order): ServerLegView[] {
  return way(known)
    .filter(({ leg }) => of.includes(leg))
    .map((view) =>
      known[view.leg] === undefined ? { ...view, verdict: asked.includes(view.leg) ? 'asking' : 'waiting' } : view,
    );
}

/** Those that need no token. */
export const outsideLegs: ServerLeg[] = order.slice(0, 6);
export const fromOutside = (went: Partial<Record<ServerLeg, Went>>): ServerLegView[] =>
  way(went).filter(({ leg }) => outsideLegs.includes(leg));
