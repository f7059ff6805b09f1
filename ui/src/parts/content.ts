import type { Words } from '../lib/words';
import type { Snippet } from 'svelte';

/** What stands in a place of a part: words, or markup of the page's own. */
export type Content = Words | Snippet;
