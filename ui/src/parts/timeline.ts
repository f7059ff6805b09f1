import type { DisplayText } from '../lib/i18n';
import type { Content } from './content';

export type LegState = 'idle' | 'waiting' | 'ok' | 'warn' | 'bad' | 'skipped';

export type TimelineLeg = {
  id: string;
  title: DisplayText;
  state: LegState;
  /** "Refused"; `ok` and `waiting` have words of their own. */
  verdict?: DisplayText;
  /** Its own duration, not the running time. */
  took?: string;
  detail?: Content;
};
