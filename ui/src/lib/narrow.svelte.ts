import { commands } from './bindings';
import { ask } from './call';

let isNarrow = $state(false);

/** Whether the window is narrow and above others, so that it has room next to the browser. */
export const narrow = {
  get on(): boolean {
    return isNarrow;
  },
  /** Makes the window narrow, or as it was. If the desktop doesn't let it, nothing changes. */
  async put(on: boolean): Promise<void> {
    if (on === isNarrow) return;
    if ((await ask(commands.windowNarrow({ on }))) === true) isNarrow = on;
  },
};
