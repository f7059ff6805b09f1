import type { DisplayText } from '../lib/i18n';
import type { IconName } from './icons';

/** An action in the footer beside the primary button. */
export type BarAction = {
  id: string;
  label: DisplayText;
  icon?: IconName;
  onclick: () => void;
};
