import type { Stage } from './bindings';
import { app } from './app-state.svelte';

type Flush = () => unknown;

let registered: { of: Stage | undefined; flush: Flush } | undefined;

const page = (): Stage | undefined => app.view?.job?.page;

/**
 * Registers how the open page sends typed text that isn't sent yet. It is awaited before an action and before another
 * page opens, until the page is left or the returned function is called.
 */
export function registerFlush(flush: Flush): () => void {
  const mine = { of: page(), flush };
  registered = mine;
  return () => {
    if (registered === mine) registered = undefined;
  };
}

/** Sends the typed text of the open page. */
export async function flushPending(): Promise<void> {
  if (registered !== undefined && registered.of === page()) await registered.flush();
}
