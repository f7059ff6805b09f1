import type { Words } from '../lib/words';
import type { IconName } from './icons';

export type MenuItem = { id: string; icon?: IconName; title: Words; says?: Words; current?: boolean } | 'line';
