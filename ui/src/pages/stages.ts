import type { JobView, PracticeBand, Stage } from '../lib/bindings';
import { LazyComponent } from '../lib/lazy.svelte';

type StageProps = { job: JobView; practice: PracticeBand | null };

type StagePage = {
  id: Stage;
  page: LazyComponent<StageProps>;
  /** Whether the page has two columns with its current content. */
  wide?: (job: JobView) => boolean;
};

/** The only ordered list of the stages' pages. The view contains the status of each. */
export const stages: readonly StagePage[] = [
  { id: 'server', page: new LazyComponent(() => import('./server/Server.svelte')) },
  { id: 'names', page: new LazyComponent(() => import('./names/Names.svelte')) },
  { id: 'xapp', page: new LazyComponent(() => import('./xapp/XApp.svelte')), wide: () => true },
  {
    id: 'signin',
    page: new LazyComponent(() => import('./signin/SignIn.svelte')),
    wide: ({ signin }) => signin.running === null && !!signin.outcome?.profile,
  },
  { id: 'push', page: new LazyComponent(() => import('./push/Push.svelte')) },
  { id: 'verify', page: new LazyComponent(() => import('./verify/Verify.svelte')) },
];
