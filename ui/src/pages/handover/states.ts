// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import recorded from '../../states/handover.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
