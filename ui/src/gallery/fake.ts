import { mockIPC } from '@tauri-apps/api/mocks';
import type { ExportFormat, FleetQuery, JobView, PracticeChosen, SourceCheckPage, Stage, View } from '../lib/bindings';
import { message } from '../lib/i18n';
import { states as sourceCheck } from '../pages/source-check/states';
import { exportText, looked, offered, states as exported } from '../pages/export/states';
import { states as credentials } from '../pages/credentials/states';
import { states as handover } from '../pages/handover/states';
import { page as fleetRows, states as fleets } from '../pages/fleet/states';
import { states as names } from '../pages/names/states';
import { layouts, places } from '../pages/practice/states';
import { states as push } from '../pages/push/states';
import { beside } from '../pages/push/states-beside';
import { states as rotation } from '../pages/rotation/states';
import { states as server } from '../pages/server/states';
import { states as signin } from '../pages/signin/states';
import { states as verify } from '../pages/verify/states';
import { states as xapp } from '../pages/xapp/states';
import { checked, exchanges, job, jobs, noCheck, practice, refused, unopened, view } from './views';

/** A page's states that are whole jobs, each as `stage-state`. */
const whole = (stage: Stage, states: Record<string, JobView>): Record<string, View> =>
  Object.fromEntries(Object.entries(states).map(([name, job]) => [`${stage}-${name}`, { ...view, job }]));

/** A page's states that are the page alone, in the usual job. */
const pages = <P>(stage: Stage, states: Record<string, P>, own: (page: P) => Partial<JobView>): Record<string, View> =>
  whole(
    stage,
    Object.fromEntries(Object.entries(states).map(([name, page]) => [name, { ...job, page: stage, ...own(page) }])),
  );

/** What the window can begin with, by name. */
const cases: Record<string, View> = {
  first: view,
  start: { ...view, home: { jobs } },
  stage: { ...view, home: { jobs }, job },
  practice: { ...view, job: { ...job, host: null }, practice },
  fault: { ...view, job, practice: { ...practice, faults: ['proxy-loses-https'] } },
  notice: { ...view, home: { jobs }, notice: refused },
  checked: { ...view, support: checked },
  ...Object.fromEntries(
    Object.entries(sourceCheck).map(([name, page]) => [`source-check-${name}`, { ...view, support: page }]),
  ),
  ...Object.fromEntries(Object.entries(fleets).map(([name, fleet]) => [`fleet-${name}`, { ...view, fleet }])),
  ...Object.fromEntries(
    Object.entries(handover).map(([name, file]) => [`handover-${name}`, { ...view, home: { jobs }, handover: file }]),
  ),
  ...Object.fromEntries(
    Object.entries(rotation).map(([name, page]) => [
      `rotation-${name}`,
      { ...view, job: { ...job, verify: verify.fine }, rotation: page },
    ]),
  ),
  'handover-theirs': {
    ...view,
    job: {
      ...job,
      stages: job.stages.map((one) =>
        ['xapp', 'credentials', 'signin'].includes(one.stage)
          ? { ...one, state: 'notStarted', words: message('stage-theirs') }
          : one,
      ),
      page: 'xapp',
      share: {
        side: 'server',
        theirs: [message('handover-theirs-open', { who: 'handover-side-x' }), message('handover-theirs-open-says')],
      },
    },
  },
  ...whole('server', server),
  ...whole('names', names),
  ...whole('xapp', xapp),
  ...pages('credentials', credentials, (page) => ({ credentials: page })),
  ...pages('signin', signin, (page) => ({ signin: page })),
  ...pages('push', push, (page) => ({ push: page })),
  ...pages('push', beside, (own) => ({ push: push.open, ...own })),
  ...pages('push', exported, (own) => ({ push: push.open, export: own })),
  ...pages('verify', verify, (page) => ({ verify: page, names: names.usual.names, export: offered })),
};

const reportText = [
  '# Sign in with X on sso.northwind.example, slug x',
  '',
  'Checked from outside at https://sso.northwind.example, 2026-03-09T08:12:00Z (UTC).',
  '',
  '## The callback: Breaks sign-in',
].join('\n');

type Args = Record<string, unknown>;
const text = (args: Args, name: string): string => {
  const found = args[name];
  return typeof found === 'string' ? found : '';
};

/** A backend that knows nothing but these views: enough to walk through the window without the program. */
export function fake(name: string): void {
  let now = cases[name] ?? view;
  const set = (more: Partial<View>): View => (now = { ...now, ...more });
  const open = (page: Stage): View => set({ job: { ...(now.job ?? job), page } });

  const answers: Record<string, (args: Args) => unknown> = {
    app_view: () => now,
    app_trace: () => exchanges,
    report_text: () => reportText,
    export_look: () => set({ job: { ...(now.job ?? job), export: looked(now.job ?? job) } }),
    export_text: (args) => exportText[text(args, 'format') as ExportFormat],
    report_exchanges: () => exchanges,
    report_close: () => set({ support: noCheck }),
    notice_dismiss: () => set({ notice: null }),
    job_new: () => set({ job: { ...job, page: 'server', host: null } }),
    job_open: () => set({ job }),
    job_close: () => set({ job: null }),
    job_forget: ({ id }) => set({ job: null, home: { jobs: now.home.jobs.filter((card) => card.id !== id) } }),
    page_open: (args) => open(text(args, 'stage') as Stage),
    handover_leave: () => set({ handover: null }),
    handover_take: () => set({ handover: null, job }),
    practice_faults: () => places,
    practice_layouts: () => layouts,
    practice_start: ({ chosen }) => {
      const { faults, licensed, layout } = chosen as PracticeChosen;
      const here = { ...practice, faults, licensed, layout: layout ?? practice.layout };
      return set({ job: { ...job, page: 'server', host: null }, practice: here });
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
    fleet_rows: (args) => fleetRows(now.fleet, args['query'] as FleetQuery),
    support_edit: (args) => set({ support: understood(text(args, 'address'), text(args, 'slug'), args) }),
    support_run: () =>
      set({
        support: {
          ...checked,
          ...understood(now.support.address, now.support.slug, {}),
          at: checked.at,
          legs: checked.legs,
          findings: checked.findings,
          unseen: checked.unseen,
        },
      }),
  };
  mockIPC((command, args) => answers[command]?.((args ?? {}) as Args) ?? now);
}

function understood(address: string, slug: string, { allowHttp }: Args): SourceCheckPage {
  const http = address.startsWith('http:') && allowHttp !== true;
  const read = address === '' || http ? null : checked.read;
  return {
    ...noCheck,
    address,
    slug,
    read,
    asksForHttp: http,
    allowHttp: allowHttp === true,
    addressRefused: http ? { id: 'address-error-plain-http', args: { host: 'authentik.lan' } } : null,
    ready: read !== null && slug !== '',
  };
}
