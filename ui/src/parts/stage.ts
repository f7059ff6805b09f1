import type { Message, StageState } from '../lib/bindings';
import { message, type Words } from '../lib/i18n';
import type { IconName } from './icons';
import type { Tone } from './tone';

export type RailStage = {
  id: string;
  title: Words;
  state: StageState;
  /** In place of the state's own words: "4 of 8 actions", "After Server". */
  note?: Words;
  /** Where it is opened, a fragment. */
  href: `#${string}`;
};

/** Shape differs for each state, so that colour is never alone. */
export const stageLooks: Record<StageState, { tone: Tone; icon: IconName; words: Message }> = {
  done: { tone: 'ok', icon: 'done', words: message('shell-stage-done') },
  inProgress: { tone: 'live', icon: 'doing', words: message('shell-stage-in-progress') },
  needsAttention: { tone: 'warn', icon: 'warn', words: message('shell-stage-needs-attention') },
  notStarted: { tone: 'idle', icon: 'todo', words: message('shell-stage-not-started') },
  cannotStart: { tone: 'idle', icon: 'shut', words: message('shell-stage-cant-start') },
};
