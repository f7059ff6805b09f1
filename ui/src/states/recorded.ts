// The states of the pages, for their tests and the gallery: views that the core made, as `cargo xtask states` writes
// them. Nothing here is part of the product.
import type { JobView, View } from '../lib/bindings';
import base from './base.json';

/** A state: what differs, by JSON pointer (RFC 6901), from another one of its file; from `base.json` without one. */
type Recorded = { from?: string; with: Record<string, unknown> };
type States<K extends string> = { states: Record<K, Recorded> };

/** A copy of `whole` with this value at the place of the pointer. */
function replaced(whole: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(whole)) {
    return whole.map((one: unknown, at) => (String(at) === name ? replaced(one, rest, value) : one));
  }
  if (typeof whole !== 'object' || whole === null || !(name in whole)) throw new Error(`no ${name} in the state`);
  return { ...whole, [name]: replaced(whole[name as keyof typeof whole], rest, value) };
}

const steps = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));

function viewOf(states: Record<string, Recorded>, name: string): unknown {
  const state = states[name];
  if (state === undefined) throw new Error(`no state is called ${name}`);
  const from = state.from === undefined ? base : viewOf(states, state.from);
  return Object.entries(state.with).reduce<unknown>((view, [at, value]) => replaced(view, steps(at), value), from);
}

/** The views of a file, by name. That they are of the page's types is `states.test.ts`'s business. */
export const viewsOf = <K extends string>(file: States<K>): Record<K, View> =>
  mapped(file.states, (_, name) => viewOf(file.states, name) as View);

/** The jobs that are open in them. */
export const jobsOf = <K extends string>(views: Record<K, View>): Record<K, JobView> =>
  mapped(views, ({ job }, name) => {
    if (job === null) throw new Error(`no job is open in ${name}`);
    return job;
  });

const mapped = <K extends string, V, W>(all: Record<K, V>, to: (value: V, name: K) => W): Record<K, W> =>
  Object.fromEntries(Object.entries<V>(all).map(([name, value]) => [name, to(value, name as K)])) as Record<K, W>;

/** A view of which nothing is known but this job. */
export const viewWith = (job: JobView): View => ({ ...(base as unknown as View), job });
