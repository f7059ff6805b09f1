import { Channel } from '@tauri-apps/api/core';
import { commands, type Diagnosis, type View } from './bindings';
import { app } from './app-state.svelte';
import { visible } from './visible';

let running = 0;

/** Awaits a command and shows its view. An error is shown at the top of the page; this function never throws. */
export async function call(answer: Promise<View>): Promise<void> {
  app.failure = null;
  app.fault = null;
  running += 1;
  app.busy = true;
  const view = await ask(answer);
  running -= 1;
  app.busy = running > 0;
  draw(view);
}

/** Shows the current view and keeps the error that is shown. Progress events call this. */
export async function refresh(): Promise<void> {
  draw(await ask(commands.appView()));
}

/**
 * The channel over which a command says that the view has changed while it runs; the number that it sends means nothing.
 * `then` is called after each new view.
 */
export const viewChanges = (then?: () => void): Channel<number> => new Channel<number>(() => void refresh().then(then));

/** Shows a view, unless a newer one is shown already. */
function draw(view: View | undefined): void {
  if (view !== undefined && (app.view === null || view.revision >= app.view.revision)) app.view = view;
}

/**
 * Awaits a command that returns something other than a view. This is the only `catch` of the page, and the only way in
 * for text from elsewhere: nothing hides in what it returns.
 */
export async function ask<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return visible(await answer);
  } catch (thrown) {
    if (isDiagnosis(thrown)) app.failure = visible(thrown);
    else app.fault = visible(thrown instanceof Error ? thrown.message : String(thrown));
    return undefined;
  }
}

function isDiagnosis(thrown: unknown): thrown is Diagnosis {
  return typeof thrown === 'object' && thrown !== null && 'severity' in thrown && 'remedy' in thrown;
}
