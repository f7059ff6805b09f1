// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import type { ExportFormat } from '../../lib/bindings';
import recorded from '../../states/exports.json';
import { jobsOf, viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
export const states = jobsOf(views);

/** The texts of the job that can be exported. */
export const exportText: Record<ExportFormat, string> = recorded.answers;
