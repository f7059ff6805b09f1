import type { DisplayText } from '../lib/i18n';
import type { Content } from './content';
import type { IconName } from './icons';
import type { Tone } from './tone';

export type Check = {
  id: string;
  /** `idle` has not run, `live` is under way. */
  tone: Tone;
  title: DisplayText;
  detail?: Content;
  icon?: IconName;
  verdict?: DisplayText;
  /** Grey, in place of a verdict: "61 ms", "Allowed". */
  aside?: DisplayText;
  /** Still to come: holds the place of the answer. */
  pending?: boolean;
};
