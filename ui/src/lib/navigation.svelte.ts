import { runAction } from './actions';
import { flushPending } from './pending-flush';
import { commands, type Subject, type PracticeChosen, type Stage } from './bindings';
import { call } from './call';
import { app } from './app-state.svelte';

/** The page that the window shows: the open job, or a page outside the stages. */
export type Route = 'job' | 'start' | 'source-check' | 'fleet' | 'practice' | 'rotation' | 'settings';

let requested = $state<Route>('job');

/** The current route. Without an open job it falls back to the start page, without a rotation to the job. */
export const navigation = {
  get current(): Route {
    const route = requested === 'rotation' && (app.view?.rotation ?? null) === null ? 'job' : requested;
    return route === 'job' && (app.view?.job ?? null) === null ? 'start' : route;
  },
};

/** Navigates to a page of the window. An unfinished rotation asks for confirmation first. */
export async function navigate(to: Route): Promise<void> {
  if (rotationExit.blocks(to)) return;
  await flushPending();
  requested = to;
}

/** The confirmation before leaving a rotation whose new secret isn't pushed yet. */
class RotationExit {
  open = $state(false);
  #to: Route = 'start';

  /** Opens the confirmation if leaving needs one. Returns whether the navigation is blocked. */
  blocks(to: Route): boolean {
    if (navigation.current !== 'rotation' || to === 'rotation' || app.view?.rotation?.halfDone !== true) return false;
    this.#to = to;
    this.open = true;
    return true;
  }

  /** Leaves the rotation after the confirmation. */
  leave(to: Route = this.#to): void {
    this.open = false;
    requested = to;
  }
}

export const rotationExit = new RotationExit();

/** Starts or resumes a rotation, and checks that everything for it is ready. */
export async function startRotation(of: Subject): Promise<void> {
  await flushPending();
  await call(commands.rotationStart({ of }));
  if (app.failure !== null || app.fault !== null) return;
  requested = 'rotation';
  if (app.view?.rotation?.step === 'ready') await runAction('prepareRotation');
}

/** Opens a saved job and starts a rotation of its secret. */
export async function startRotationOfJob(id: string): Promise<void> {
  await openJob(id);
  if (app.failure === null && app.fault === null) await startRotation('job');
}

/** Opens a stage of the open job, unless it can't start yet; `sure` skips the confirmation of an unfinished rotation. */
export async function openStage(stage: Stage, sure = false): Promise<void> {
  if (!sure && rotationExit.blocks('job')) return;
  const found = app.view?.job?.stages.find((one) => one.stage === stage);
  if (found === undefined || found.state === 'cannotStart') return;
  await flushPending();
  if (app.view?.job?.page !== stage) await call(commands.pageOpen({ stage }));
  requested = 'job';
}

/** Opens a saved job, or shows it if it is the open one. */
export async function openJob(id: string): Promise<void> {
  await flushPending();
  if (app.view?.job?.id !== id) await call(commands.jobOpen({ id }));
  showJob();
}

/**
 * Closes the open job. A practice job isn't saved, so that it would be lost: it stays open, and Start offers to go on with
 * it.
 */
export async function closeJob(): Promise<void> {
  if (app.view?.practice) await navigate('start');
  else await call(commands.jobClose());
}

/** Creates a new job; in practice mode, a new practice job. */
export async function newJob(): Promise<void> {
  await flushPending();
  await call(commands.jobNew());
  showJob();
}

/** Creates a job with what was entered in this one, and shows it. */
export async function duplicateJob(id: string): Promise<void> {
  await flushPending();
  await call(commands.jobDuplicate({ id }));
  if (app.failure === null) showJob();
}

/** A test login that was requested in the list of jobs and starts once its page is shown. */
export const pendingLogin = { requested: false };

/** Opens a job at its test login and starts it. */
export async function startTestLogin(id: string): Promise<void> {
  await openJob(id);
  if (app.failure !== null || app.fault !== null) return;
  pendingLogin.requested = true;
  await openStage('verify');
}

/** Accepts the opened job file and shows its job. */
export async function acceptJobFile(): Promise<void> {
  await flushPending();
  await call(commands.handoverTake());
  if (app.view?.handover === null) showJob();
}

function showJob(): void {
  if (app.failure === null && app.fault === null) requested = 'job';
}

/** Creates a job for a real server. Practice mode ends first. */
async function startRealJob(): Promise<void> {
  await flushPending();
  if (app.view?.practice) await call(commands.practiceEnd());
  await newJob();
}

/** Starts the chosen practice servers with a practice job. */
export async function startPractice(chosen: PracticeChosen): Promise<void> {
  await flushPending();
  await call(commands.practiceStart({ chosen }));
  showJob();
}

const routesByHref: Record<string, Route> = {
  '#/': 'start',
  '#/job': 'job',
  '#/source-check': 'source-check',
  '#/fleet': 'fleet',
  '#/practice': 'practice',
  '#/rotation': 'rotation',
  '#/settings': 'settings',
};
const stagesByHref: Record<string, Stage> = {
  '#/server': 'server',
  '#/names': 'names',
  '#/xapp': 'xapp',
  '#/signin': 'signin',
  '#/push': 'push',
  '#/verify': 'verify',
};

/**
 * Handles clicks on links inside the window. Their fragments name routes, but never become the window's address: the
 * address would be a second source of truth next to the view, and would create a history for Back.
 */
export function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
  const href = link?.getAttribute('href') ?? '';
  const to = routesByHref[href];
  const stage = stagesByHref[href];
  if (href === '#/new') void startRealJob();
  else if (href === '#/practise') void startPractice({ faults: [], licensed: false, layout: null, hidden: false });
  else if (to !== undefined) void navigate(to);
  else if (stage !== undefined) void openStage(stage);
  if (link !== null) event.preventDefault();
}
