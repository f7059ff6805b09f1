import type { DisplayText } from '../lib/i18n';
import type { Content } from './content';

export type LegState = 'idle' | 'waiting' | 'ok' | 'warn' | 'bad' | 'skipped';

export type TimelineLeg = {
  id: string;
  title: DisplayText;
  state: LegState;
  /** The leg's verdict, such as "Refused". `ok` and `waiting` have default texts. */
  verdict?: DisplayText;
  /** The duration of this leg alone. */
  took?: string;
  detail?: Content;
};
