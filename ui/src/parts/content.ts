import type { DisplayText } from '../lib/i18n';
import type { Snippet } from 'svelte';

/** Content of a component: a text, or a snippet of the page. */
export type Content = DisplayText | Snippet;
