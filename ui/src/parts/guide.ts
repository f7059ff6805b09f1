import type { Words } from '../lib/i18n';

export type GuideAction = {
  id: string;
  /** X's own label. */
  title: Words;
  /** What was done, or what it needs. */
  says?: Words;
  done: boolean;
};
