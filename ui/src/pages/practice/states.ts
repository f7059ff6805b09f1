// The choices of practice, which `cargo xtask states` writes.
import type { PracticeLayout, PracticePlace, Stage } from '../../lib/bindings';
import recorded from '../../states/start.json';

export const layouts: PracticeLayout[] = recorded.answers.layouts;
export const places: PracticePlace[] = recorded.answers.faults.map(({ title, faults }) => ({
  title,
  faults: faults.map((fault) => ({ ...fault, stage: fault.stage as Stage })),
}));
