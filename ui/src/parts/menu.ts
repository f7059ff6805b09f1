import type { DisplayText } from '../lib/i18n';
import type { IconName } from './icons';

export type MenuItem =
  { id: string; icon?: IconName; title: DisplayText; detail?: DisplayText; current?: boolean } | 'line';
