import type { Stage } from './bindings';
import { app } from './app-state.svelte';

type Flush = () => unknown;

let registered: { of: Stage | undefined; flush: Flush } | undefined;

const page = (): Stage | undefined => app.view?.job?.page;

/**
 * A page says how to send what is typed and not sent yet. Awaited before an act and before another page is opened; it
 * holds for the page that is open now, until it is left or the returned function is called.
 */
export function registerFlush(flush: Flush): () => void {
  const mine = { of: page(), flush };
  registered = mine;
  return () => {
    if (registered === mine) registered = undefined;
  };
}

/** Sends what is typed. */
export async function flushPending(): Promise<void> {
  if (registered !== undefined && registered.of === page()) await registered.flush();
}
