import type { DisplayText } from '../lib/i18n';
import type { Snippet } from 'svelte';

/** What stands in a place of a part: words, or markup of the page's own. */
export type Content = DisplayText | Snippet;
