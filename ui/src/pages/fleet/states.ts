// The page's states, for the gallery: each as the core would send it. Made-up values.
import { noList } from '../../gallery/views';
import type { FleetPage, FleetQuery, FleetRow, FleetRows } from '../../lib/bindings';
import { message } from '../../lib/i18n';

const hosts = ['sso.northwind', 'id.kestrel', 'auth.lumen', 'authentik', 'login.harbour', 'sso.alder', 'door.fjord'];

/** A row of the made-up list: every seventh is broken, every fifth at risk, the last ones wait. */
function row(id: number, done: number): FleetRow {
  const server = `https://${hosts[id % hosts.length] ?? ''}-${Math.floor(id / hosts.length) + 1}.example`;
  const known: FleetRow = {
    id,
    line: id + 2,
    server,
    slug: id % 3 === 0 ? 'x' : 'twitter',
    release: '2025.12.4',
    severity: 'fine',
    title: null,
    diagnoses: [],
    callback: 'fine',
    button: 'fine',
    clientId: 'fine',
    millis: 12 + ((id * 7) % 240),
  };
  if (id >= done) {
    const open = { release: null, severity: null, callback: null, button: null, clientId: null, millis: null };
    return { ...known, ...open };
  }
  if (id % 7 === 0) {
    const title = message('diagnosis-callback-loses-https');
    return {
      ...known,
      severity: 'breaks',
      callback: 'breaks',
      title,
      diagnoses: ['callback-loses-https', 'legacy-host'],
    };
  }
  if (id % 5 === 0) {
    const title = message('diagnosis-button-hidden', { slug: known.slug });
    return { ...known, severity: 'risk', button: 'risk', title, diagnoses: ['button-hidden'] };
  }
  return known;
}

function counted(all: number, done: number): FleetPage['counts'] {
  const rows = Array.from({ length: done }, (_, id) => row(id, done).severity);
  const of = (severity: FleetRow['severity']): number => rows.filter((one) => one === severity).length;
  return { all, done, fine: of('fine'), notes: of('note'), risks: of('risk'), breaks: of('breaks') };
}

/** The rows that a query wants, as the core would find them. */
export function page({ counts }: FleetPage, query: FleetQuery): FleetRows {
  const rank = { breaks: 4, risk: 3, note: 2, fine: 1 };
  const kinds = { breaks: 'breaks', risks: 'risk', notes: 'note', fine: 'fine' } as const;
  const all = Array.from({ length: counts.all }, (_, id) => row(id, counts.done)).filter(
    ({ server, slug, severity }) =>
      `${server} ${slug}`.includes(query.text) &&
      (query.show === 'all' || (query.show === 'open' ? severity === null : severity === kinds[query.show])),
  );
  const key = ({ severity }: FleetRow): number => (severity === null ? 0 : rank[severity]);
  if (query.order === 'verdict') all.sort((a, b) => (query.descending ? key(b) - key(a) : key(a) - key(b)));
  return { total: all.length, from: query.from, rows: all.slice(query.from, query.to) };
}

export const states: Record<string, FleetPage> = {
  empty: noList,
  bad: {
    ...noList,
    wrong: 2,
    remarks: [
      { line: 2, kind: 'wrong', says: message('fleet-row-no-slug', { server: 'https://sso.northwind.example' }) },
      { line: 3, kind: 'wrong', says: message('fleet-row-quote') },
    ],
  },
  ready: {
    ...noList,
    name: 'sources.csv',
    counts: counted(14, 0),
    wrong: 1,
    remarks: [
      { line: 1, kind: 'hint', says: message('fleet-column-unread', { name: 'Owner' }) },
      { line: 4, kind: 'wrong', says: message('fleet-row-quote') },
      { line: 9, kind: 'twice', says: message('fleet-row-same', { line: 3 }) },
    ],
  },
  running: { ...noList, counts: counted(10_000, 4211), running: true, millis: 4200 },
  stopped: { ...noList, counts: counted(14, 9), millis: 900 },
  done: { ...noList, counts: counted(10_000, 10_000), millis: 12_400 },
};
