import type { Message, ReachLeg, ReachLegView, ReachVerdict } from '../lib/bindings';
import { duration } from '../lib/format';
import { message, say } from '../lib/i18n';
import type { LegState, TimelineLeg } from '../parts/timeline';

const titles: Record<ReachLeg, Message> = {
  name: message('reach-leg-name'),
  connect: message('reach-leg-connect'),
  tls: message('reach-leg-tls'),
  http: message('reach-leg-http'),
  found: message('reach-leg-found'),
  version: message('reach-leg-version'),
  token: message('reach-leg-token'),
  rights: message('reach-leg-rights'),
};

const looks: Record<ReachVerdict, { state: LegState; words?: Message }> = {
  passed: { state: 'ok' },
  noted: { state: 'warn', words: message('reach-verdict-noted') },
  failed: { state: 'bad', words: message('reach-verdict-failed') },
  notNeeded: { state: 'skipped', words: message('reach-verdict-not-needed') },
  notReached: { state: 'idle', words: message('reach-verdict-not-reached') },
  asking: { state: 'waiting', words: message('reach-verdict-asking') },
  waiting: { state: 'idle', words: message('reach-verdict-waiting') },
};

/** The legs as the timeline draws them: why one failed stands in the banner. */
export function drawn(legs: ReachLegView[]): TimelineLeg[] {
  return legs.map(({ leg, verdict, millis, says }) => ({
    id: leg,
    title: titles[leg],
    state: looks[verdict].state,
    verdict: looks[verdict].words,
    took: millis === null ? undefined : duration(millis),
    says: says.length > 0 ? says.map((words) => say(words)).join(' ') : undefined,
  }));
}
