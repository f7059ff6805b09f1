import type { JobView, PracticeBand, Stage } from '../lib/bindings';
import type { Component } from 'svelte';
import Names from './names/Names.svelte';
import Push from './push/Push.svelte';
import Server from './server/Server.svelte';
import SignIn from './signin/SignIn.svelte';
import Verify from './verify/Verify.svelte';
import XApp from './xapp/XApp.svelte';

type StagePage = {
  id: Stage;
  page: Component<{ job: JobView; practice: PracticeBand | null }>;
  /** Whether the page has two columns with its current content. */
  wide?: (job: JobView) => boolean;
};

/** The only ordered list of the stages' pages. The view contains the status of each. */
export const stages: readonly StagePage[] = [
  { id: 'server', page: Server },
  { id: 'names', page: Names },
  { id: 'xapp', page: XApp, wide: () => true },
  { id: 'signin', page: SignIn, wide: ({ signin }) => signin.running === null && !!signin.outcome?.profile },
  { id: 'push', page: Push },
  { id: 'verify', page: Verify },
];
