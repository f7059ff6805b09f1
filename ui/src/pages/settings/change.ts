import { commands, type Settings } from '../../lib/bindings';
import { call } from '../../lib/call';

/** Changes some of what is set for the whole program. */
export const change = (set: Settings, part: Partial<Settings>): Promise<void> =>
  call(commands.settingsChange({ settings: { ...set, ...part } }));
