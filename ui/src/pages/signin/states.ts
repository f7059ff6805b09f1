// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import type { View } from '../../lib/bindings';
import recorded from '../../states/signin.json';
import { jobsOf, viewsOf } from '../../states/recorded';

/** How many seconds a running test has waited: the page counts with this machine's clock. */
const waited = { running: 8, unclear: 8, notOpened: 3, still: 24, advised: 2, pasteForeign: 31 };

function waiting(view: View, seconds: number): View {
  const { job } = view;
  const running = job?.signin.running;
  if (job === null || !running?.waiting) throw new Error('no test waits');
  const since = Date.now() - seconds * 1000;
  const until = since + running.waiting.seconds * 1000;
  const now = { ...running.waiting, since: new Date(since).toISOString(), until: new Date(until).toISOString() };
  return { ...view, job: { ...job, signin: { ...job.signin, running: { ...running, waiting: now } } } };
}

const all = viewsOf(recorded);
const running = Object.fromEntries(
  Object.entries(waited).map(([name, seconds]) => [name, waiting(all[name as keyof typeof waited], seconds)]),
);
export const views: typeof all = { ...all, ...running };
export const states = jobsOf(views);
