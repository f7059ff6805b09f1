// Where the program begins, and what belongs to no page, as `cargo xtask states` writes it.
import type { Diagnosis, Exchange } from '../../lib/bindings';
import recorded from '../../states/start.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);

/** What a command refuses with that could open no browser. */
export const unopened = recorded.answers.unopened as Diagnosis;

/** What was sent up to a live test that X ended at the profile. */
export const exchanges = recorded.answers.exchanges as Exchange[];
