import type { SignInLeg, SignInLegResult, SignInLegVerdict, Message } from '../../lib/bindings';
import { duration } from '../../lib/format';
import { message } from '../../lib/i18n';
import type { LegState, TimelineLeg } from '../../parts/timeline';

const legTitles: Record<SignInLeg, Message> = {
  browser: message('signin-leg-browser'),
  consent: message('signin-leg-consent'),
  callback: message('signin-leg-callback'),
  exchange: message('signin-leg-exchange'),
  profile: message('signin-leg-profile'),
  revoke: message('signin-leg-revoke'),
};

const legStates: Record<SignInLegVerdict, LegState> = {
  pending: 'idle',
  running: 'waiting',
  passed: 'ok',
  warned: 'warn',
  failed: 'bad',
};

/** The text for a leg that waits: only the consent waits for a person, all others wait for X. */
function legVerdict({ leg, verdict: word }: SignInLegResult): Message | undefined {
  switch (word) {
    case 'running':
      return leg === 'consent' ? undefined : message('signin-verdict-running');
    case 'warned':
      return message('signin-verdict-warned');
    case 'failed':
      return message('signin-verdict-failed');
    case 'pending':
    case 'passed':
      return undefined;
  }
}

/**
 * The legs in the form of the timeline. The banner explains a failure; a leg that waits for the person explains what X
 * doesn't show.
 */
export function timelineLegs(legs: SignInLegResult[]): TimelineLeg[] {
  return legs.map((leg) => ({
    id: leg.leg,
    title: legTitles[leg.leg],
    state: legStates[leg.verdict],
    verdict: legVerdict(leg),
    took: leg.millis === null ? undefined : duration(leg.millis),
    detail:
      leg.note ?? (leg.leg === 'consent' && leg.verdict === 'running' ? message('page-signin-silent') : undefined),
  }));
}
