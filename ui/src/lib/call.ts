import { commands, type Diagnosis, type View } from './bindings';
import { app } from './app-state.svelte';

let running = 0;

/** Awaits a command and draws its view. Whatever goes wrong is said at the top of the page: this never throws. */
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

/** Draws how things stand now, without a word on what failed before: for progress. */
export async function refresh(): Promise<void> {
  draw(await ask(commands.appView()));
}

/** Shows a view, unless a newer one has overtaken it. */
function draw(view: View | undefined): void {
  if (view !== undefined && (app.view === null || view.revision >= app.view.revision)) app.view = view;
}

/** Awaits a command that answers with something else than a view. The only `catch` of the page. */
export async function ask<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (thrown) {
    if (isDiagnosis(thrown)) app.failure = thrown;
    else app.fault = thrown instanceof Error ? thrown.message : String(thrown);
    return undefined;
  }
}

function isDiagnosis(thrown: unknown): thrown is Diagnosis {
  return typeof thrown === 'object' && thrown !== null && 'severity' in thrown && 'remedy' in thrown;
}
