import { commands, type Exchange } from './bindings';
import { ask } from './call';
import { panels } from './panels.svelte';

/** What was sent, as far as it was read, and what is looked at. */
class Trace {
  exchanges = $state.raw<Exchange[]>([]);
  chosen = $state<string>();
  filter = $state('');

  /** Reads what was sent up to now. */
  async read(): Promise<void> {
    const exchanges = await ask(commands.appTrace());
    if (exchanges !== undefined) this.exchanges = exchanges;
  }
}

export const trace = new Trace();

/** Opens "What was sent" at one exchange: where a result says which one it comes from. */
export function showExchange(id: number): void {
  trace.chosen = String(id);
  trace.filter = '';
  panels.trace = true;
}
