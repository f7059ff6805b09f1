import type { JobFilePage, JobSummary, JobView, LeavePrompt, RotationPage, View } from '../lib/bindings';
import { LazyComponent } from '../lib/lazy.svelte';
import { stages } from './stages';

/** The parts of the window that most starts don't show. Start, which most of them show, is loaded with the window. */
export const lazy = {
  stage: new LazyComponent<{ view: View; job: JobView }>(() => import('./StageFrame.svelte')),
  rail: new LazyComponent<{ job: JobView; jobs: JobSummary[]; practice: boolean }>(() => import('./JobRail.svelte')),
  sourceCheck: new LazyComponent<{ view: View }>(() => import('./source-check/SourceCheck.svelte')),
  fleet: new LazyComponent<{ view: View }>(() => import('./fleet/Fleet.svelte')),
  rotation: new LazyComponent<{ view: View; page: RotationPage }>(() => import('./rotation/Rotation.svelte')),
  practice: new LazyComponent<{ view: View }>(() => import('./practice/Practice.svelte')),
  settings: new LazyComponent<{ view: View }>(() => import('./settings/Settings.svelte')),
  trace: new LazyComponent<{ sent: number }>(() => import('./TracePanel.svelte')),
  jobFile: new LazyComponent<{ file: JobFilePage }>(() => import('./handover/OpenedJobFile.svelte')),
  leave: new LazyComponent<{ prompt: LeavePrompt }>(() => import('./LeaveDialog.svelte')),
};

/** Loads everything, so that no page waits for its code when it is opened. */
export async function loadPages(): Promise<void> {
  await Promise.all([...stages.map(({ page }) => page.load()), ...Object.values(lazy).map((part) => part.load())]);
}
