import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { JobView, PracticeBand, View } from '../lib/bindings';
import { app } from '../lib/app-state.svelte';
import FromView from './FromView.svelte';
import { viewWith } from '../states/recorded';

type StagePage = Component<{ job: JobView; practice: PracticeBand | null }>;

/**
 * For tests: draws a stage's page as the shell does, with a core that answers every command with `next`. `sent`
 * contains the arguments of each command.
 */
export function renderStage(
  page: StagePage,
  job: JobView,
  next: JobView = job,
): { container: HTMLElement; sent: (command: string) => unknown[] } {
  const calls: [command: string, args: unknown][] = [];
  const invoke = (command: string, args: unknown): Promise<View> => {
    calls.push([command, args]);
    return Promise.resolve(viewWith(next));
  };
  Object.assign(window, { __TAURI_INTERNALS__: { invoke } });
  app.view = viewWith(job);
  const { container } = render(FromView, { page });
  return { container, sent: (command) => calls.filter(([name]) => name === command).map(([, args]) => args) };
}
