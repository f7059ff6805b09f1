// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import type { Sighting } from '../../lib/bindings';
import recorded from '../../states/xapp.json';
import { jobsOf, viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);
export const states = jobsOf(views);

/** The results of a search. */
export const sightings = recorded.answers.sightings as unknown as Sighting[];
