import { mockIPC } from '@tauri-apps/api/mocks';
import type {
  commands,
  ExportFormat,
  FleetQuery,
  JobView,
  PracticeChosen,
  Stage,
  SourceCheckPage,
  View,
} from '../lib/bindings';
import { views as credentials } from '../pages/credentials/states';
import { exportText, views as exported } from '../pages/export/states';
import { rowsOf, views as fleets } from '../pages/fleet/states';
import { views as handover } from '../pages/handover/states';
import { views as names } from '../pages/names/states';
import { layouts, places } from '../pages/practice/states';
import { views as push } from '../pages/push/states';
import { views as rotation } from '../pages/rotation/states';
import { views as server } from '../pages/server/states';
import { views as signin } from '../pages/signin/states';
import { report, views as sourceCheck } from '../pages/source-check/states';
import { exchanges, unopened, views as start } from '../pages/start/states';
import { views as verify } from '../pages/verify/states';
import { views as xapp } from '../pages/xapp/states';

/** The states of a page, each with the name `page-state`. */
const of = (page: string, views: Record<string, View>): Record<string, View> =>
  Object.fromEntries(Object.entries(views).map(([name, view]) => [`${page}-${name}`, view]));

/** The views with which the window can begin, by name. */
export const cases: Record<string, View> = {
  ...start,
  checked: sourceCheck.found,
  ...of('source-check', sourceCheck),
  ...of('fleet', fleets),
  ...of('handover', handover),
  ...of('rotation', rotation),
  ...of('server', server),
  ...of('names', names),
  ...of('xapp', xapp),
  ...of('credentials', credentials),
  ...of('signin', signin),
  ...of('push', push),
  'push-exports': exported.offered,
  'push-exports-ready': exported.ready,
  'push-exports-unread': exported.unread,
  ...of('verify', verify),
};

/** A command's name as the core knows it: `jobOpen` is `job_open`. */
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : '';
type Args = Record<string, unknown>;
type Answers = Partial<Record<Snake<keyof typeof commands>, (args: Args) => unknown>>;

const text = (args: Args, name: string): string => {
  const found = args[name];
  return typeof found === 'string' ? found : '';
};

/** A backend that has only these views: enough to use the window without the program. */
export function fake(name: string): void {
  let now = cases[name] ?? start.first;
  const set = (more: Partial<View>): View => (now = { ...now, ...more });
  const change = (more: Partial<JobView>): View => (now.job === null ? now : set({ job: { ...now.job, ...more } }));

  const answers: Answers = {
    app_view: () => now,
    app_trace: () => exchanges,
    report_text: () => report,
    problem_report: () => report,
    export_look: () => change({ export: now.job?.export.unread ? now.job.export : exported.ready.job?.export }),
    export_text: (args) => exportText[text(args, 'format') as ExportFormat],
    report_exchanges: () => exchanges,
    report_close: () => set({ support: start.first.support }),
    notice_dismiss: () => set({ notice: null }),
    settings_browsers: () => [],
    job_new: () => set({ job: server.empty.job }),
    job_open: () => set({ job: start.stage.job }),
    job_close: () => set({ job: null }),
    job_forget: ({ id }) => set({ job: null, home: { jobs: now.home.jobs.filter((card) => card.id !== id) } }),
    page_open: (args) => change({ page: text(args, 'stage') as Stage }),
    handover_leave: () => set({ handover: null }),
    handover_take: () => set({ handover: null, job: handover.theirs.job }),
    practice_faults: () => places,
    practice_layouts: () => layouts,
    practice_start: ({ chosen }) => {
      const { faults, licensed, layout } = chosen as PracticeChosen;
      const { job, practice } = start.practice;
      return set({ job, practice: practice && { ...practice, faults, licensed, layout: layout ?? practice.layout } });
    },
    practice_end: () => set({ job: null, practice: null }),
    link_open: () => {
      // As the core would refuse it: with a diagnosis.
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw unopened;
    },
    server_check: () => {
      throw new Error('command server_check missing required key');
    },
    credentials_check: () => new Promise((answer) => setTimeout(() => answer(now), 60_000)),
    fleet_rows: (args) => rowsOf(now.fleet, args['query'] as FleetQuery),
    source_check_edit: (args) => set({ support: understood(text(args, 'address'), text(args, 'slug')) }),
    source_check_run: () => set({ support: sourceCheck.found.support }),
  };
  mockIPC((command, args) => answers[command as keyof Answers]?.((args ?? {}) as Args) ?? now);
}

function understood(address: string, slug: string): SourceCheckPage {
  const { support } = address === '' || slug === '' ? sourceCheck.empty : sourceCheck.asked;
  return { ...support, address, slug };
}
