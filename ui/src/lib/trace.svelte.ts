import { commands, type Exchange } from './bindings';
import { ask } from './call';
import { panels } from './panels.svelte';

/** The request log as it was last read, with the selected exchange and the filter. */
class Trace {
  exchanges = $state.raw<Exchange[]>([]);
  chosen = $state<string>();
  filter = $state('');

  /** Reads the exchanges sent so far. */
  async read(): Promise<void> {
    const exchanges = await ask(commands.appTrace());
    if (exchanges !== undefined) this.exchanges = exchanges;
  }
}

export const trace = new Trace();

/** Opens the request log at one exchange. A result uses it to show its evidence. */
export function showExchange(id: number): void {
  trace.chosen = String(id);
  trace.filter = '';
  panels.trace = true;
}
