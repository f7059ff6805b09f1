// The page's states, for its tests and the gallery, as `cargo xtask states` writes them.
import recorded from '../../states/handover.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
