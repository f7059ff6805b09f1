import type { DisplayText } from '../lib/i18n';

export type GuideAction = {
  id: string;
  /** X's own label. */
  title: DisplayText;
  /** What was done, or what the action needs. */
  detail?: DisplayText;
  done: boolean;
};
