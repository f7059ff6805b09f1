// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import recorded from '../../states/source-check.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);

/** The report of the check with findings, as Markdown. */
export const report = recorded.answers.report;
