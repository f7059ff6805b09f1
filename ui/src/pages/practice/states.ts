// What can be chosen of practice, as `cargo xtask states` writes it.
import type { PracticeLayout, PracticePlace, Stage } from '../../lib/bindings';
import recorded from '../../states/start.json';

export const layouts: PracticeLayout[] = recorded.answers.layouts;
export const places: PracticePlace[] = recorded.answers.faults.map(({ title, faults }) => ({
  title,
  faults: faults.map((fault) => ({ ...fault, stage: fault.stage as Stage })),
}));
