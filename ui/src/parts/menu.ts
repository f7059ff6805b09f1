import type { Words } from '../lib/i18n';
import type { IconName } from './icons';

export type MenuItem = { id: string; icon?: IconName; title: Words; says?: Words; current?: boolean } | 'line';
