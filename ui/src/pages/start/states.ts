// Start, and what belongs to no page. `cargo xtask states` writes it.
import type { Diagnosis, Exchange } from '../../lib/bindings';
import recorded from '../../states/start.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);

/** The error of a command that could open no browser. */
export const unopened = recorded.answers.unopened as Diagnosis;

/** The request log up to a live test that ended at X's profile. */
export const exchanges = recorded.answers.exchanges as Exchange[];
