import type { Words } from '../lib/i18n';
import type { Content } from './content';
import type { IconName } from './icons';
import type { Tone } from './tone';

export type Check = {
  id: string;
  /** `idle` has not run, `live` is under way. */
  tone: Tone;
  title: Words;
  says?: Content;
  icon?: IconName;
  verdict?: Words;
  /** Grey, in place of a verdict: "61 ms", "Allowed". */
  aside?: Words;
  /** Still to come: holds the place of the answer. */
  pending?: boolean;
};
