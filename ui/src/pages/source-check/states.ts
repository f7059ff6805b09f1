// The page's states, for its tests and the gallery, as `cargo xtask states` writes them.
import recorded from '../../states/source-check.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);

/** The report of the check that found something, as Markdown. */
export const report = recorded.answers.report;
