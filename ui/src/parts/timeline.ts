import type { Words } from '../lib/i18n';
import type { Content } from './content';

export type LegState = 'idle' | 'waiting' | 'ok' | 'warn' | 'bad' | 'skipped';

export type TimelineLeg = {
  id: string;
  title: Words;
  state: LegState;
  /** "Refused"; `ok` and `waiting` have words of their own. */
  verdict?: Words;
  /** Its own duration, not the running time. */
  took?: string;
  says?: Content;
};
