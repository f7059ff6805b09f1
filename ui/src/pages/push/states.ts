// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import recorded from '../../states/push.json';
import { jobsOf, viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
export const states = jobsOf(views);
