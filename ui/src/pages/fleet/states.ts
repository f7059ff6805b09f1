// The page's states for its tests and the gallery, which `cargo xtask states` writes.
import type { FleetPage, FleetQuery, FleetRow, FleetRows } from '../../lib/bindings';
import recorded from '../../states/fleet.json';
import { viewsOf } from '../../states/recorded';

export const views = viewsOf(recorded);

const { answers } = recorded;
const kinds = { breaks: 'breaks', risks: 'risk', notes: 'note', fine: 'fine' } as const;

/** The rows for a query, from the rows of the core. They are ordered by verdict, whatever order the query has. */
export function rowsOf({ counts }: FleetPage, query: FleetQuery): FleetRows {
  const upwards = query.descending ? answers.doneRows : answers.doneRowsUp;
  const all =
    counts.all === answers.readyRows.total
      ? answers.readyRows
      : counts.done < counts.all
        ? answers.stoppedRows
        : upwards;
  const rows = (counts.all === 0 ? [] : (all.rows as FleetRow[])).filter(
    ({ server, slug, severity }) =>
      `${server} ${slug}`.includes(query.text) &&
      (query.show === 'all' || (query.show === 'open' ? severity === null : severity === kinds[query.show])),
  );
  return { total: rows.length, from: query.from, rows: rows.slice(query.from, query.to) };
}
