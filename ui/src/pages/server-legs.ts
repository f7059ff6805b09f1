import type { Message, ServerLeg, ServerLegView, ServerLegVerdict } from '../lib/bindings';
import { duration } from '../lib/format';
import { message, formatMessage } from '../lib/i18n';
import type { LegState, TimelineLeg } from '../parts/timeline';

const legTitles: Record<ServerLeg, Message> = {
  name: message('reach-leg-name'),
  connect: message('reach-leg-connect'),
  tls: message('reach-leg-tls'),
  http: message('reach-leg-http'),
  found: message('reach-leg-found'),
  version: message('reach-leg-version'),
  token: message('reach-leg-token'),
  rights: message('reach-leg-rights'),
};

const verdictAppearance: Record<ServerLegVerdict, { state: LegState; text?: Message }> = {
  passed: { state: 'ok' },
  noted: { state: 'warn', text: message('reach-verdict-noted') },
  failed: { state: 'bad', text: message('reach-verdict-failed') },
  notNeeded: { state: 'skipped', text: message('reach-verdict-not-needed') },
  notReached: { state: 'idle', text: message('reach-verdict-not-reached') },
  asking: { state: 'waiting', text: message('reach-verdict-asking') },
  waiting: { state: 'idle', text: message('reach-verdict-waiting') },
};

/** The legs in the form of the timeline. The banner explains why one failed. */
export function timelineLegs(legs: ServerLegView[]): TimelineLeg[] {
  return legs.map(({ leg, verdict, millis, says }) => ({
    id: leg,
    title: legTitles[leg],
    state: verdictAppearance[verdict].state,
    verdict: verdictAppearance[verdict].text,
    took: millis === null ? undefined : duration(millis),
    detail: says.length > 0 ? says.map((words) => formatMessage(words)).join(' ') : undefined,
  }));
}
