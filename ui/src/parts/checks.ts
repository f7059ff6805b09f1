import type { DisplayText } from '../lib/i18n';
import type { Content } from './content';
import type { IconName } from './icons';
import type { Tone } from './tone';

export type Check = {
  id: string;
  /** `idle` means that the check hasn't run, `live` that it is running. */
  tone: Tone;
  title: DisplayText;
  detail?: Content;
  icon?: IconName;
  verdict?: DisplayText;
  /** Gray text in place of a verdict: "61 ms", "Allowed". */
  aside?: DisplayText;
  /** The result isn't there yet, and its place is kept. */
  pending?: boolean;
};
