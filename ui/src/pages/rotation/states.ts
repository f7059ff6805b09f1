// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import type { View } from '../../lib/bindings';
import recorded from '../../states/rotation.json';
import { viewsOf } from '../../states/recorded';

/** A secret that was changed at X a moment ago: the page counts with this machine's clock. */
function justChanged(view: View): View {
  const { rotation } = view;
  if (!rotation?.halfDone) return view;
  return { ...view, rotation: { ...rotation, since: new Date(Date.now() - 21_000).toISOString() } };
}

const all = viewsOf(recorded);
export const views = Object.fromEntries(
  Object.entries(all).map(([name, view]) => [name, justChanged(view)]),
) as typeof all;
