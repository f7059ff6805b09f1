// The page's states, for its tests and the gallery, as `cargo xtask states` writes them.
import type { Sighting } from '../../lib/bindings';
import recorded from '../../states/xapp.json';
import { jobsOf, viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
export const states = jobsOf(views);

/** What a search finds. */
export const sightings = recorded.answers.sightings as unknown as Sighting[];
