import type { Message, StageState } from '../lib/bindings';
import { message, type DisplayText } from '../lib/i18n';
import type { IconName } from './icons';
import type { Tone } from './tone';

export type RailStage = {
  id: string;
  title: DisplayText;
  state: StageState;
  /** Shown in place of the state's own text: "4 of 8 actions", "After Server". */
  note?: DisplayText;
  /** The link to the stage, as a fragment. */
  href: `#${string}`;
};

/** Each state has its own shape, so that color is never the only cue. */
export const stageAppearance: Record<StageState, { tone: Tone; icon: IconName; text: Message }> = {
  done: { tone: 'ok', icon: 'done', text: message('shell-stage-done') },
  inProgress: { tone: 'live', icon: 'doing', text: message('shell-stage-in-progress') },
  needsAttention: { tone: 'warn', icon: 'warn', text: message('shell-stage-needs-attention') },
  notStarted: { tone: 'idle', icon: 'todo', text: message('shell-stage-not-started') },
  cannotStart: { tone: 'idle', icon: 'shut', text: message('shell-stage-cant-start') },
};
