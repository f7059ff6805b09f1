import { commands, type FleetOrder, type FleetQuery, type FleetRow, type FleetFilter } from '../../lib/bindings';
import { ask } from '../../lib/call';

/** How many rows are requested before and after the visible ones. */
const AROUND = 30;

/** The rows of the table near the visible ones. The core stores, filters and sorts them; the page shows a window. */
export class Rows {
  #asked: FleetQuery | undefined;
  #asking = false;
  #again = false;
  text = $state('');
  show = $state<FleetFilter>('all');
  order = $state<FleetOrder>('verdict');
  descending = $state(true);
  /** The number of all rows. */
  total = $state(0);
  /** The index of the first row in `known`. */
  from = $state(0);
  known = $state.raw<FleetRow[]>([]);

  /** The row at this index, if it has been loaded. */
  at(place: number): FleetRow | undefined {
    return this.known[place - this.from];
  }

  /** Sorts by a column, or reverses the order of the current one. Verdicts start with the worst. */
  sort(order: FleetOrder): void {
    this.descending = this.order === order ? !this.descending : order === 'verdict';
    this.order = order;
  }

  /**
   * Loads the rows from `first` to `last`, and some around them. Only one request runs at a time, and the newest range
   * wins.
   */
  async look(first: number, last: number): Promise<void> {
    const { text, show, order, descending } = this;
    const from = Math.max(0, first - AROUND);
    this.#asked = { text, show, order, descending, from, to: last + AROUND };
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      const found = await ask(commands.fleetRows({ query: this.#asked }));
      if (found === undefined) break;
      this.total = found.total;
      this.from = found.from;
      this.known = found.rows;
    }
    this.#asking = false;
  }
}
