import { runAction } from './actions';
import { flushPending } from './pending-flush';
import { commands, type Of, type PracticeChosen, type Stage } from './bindings';
import { call } from './call';
import { app } from './app-state.svelte';

/** Where the window is: in the job, or on a page outside of the stages. */
export type Route = 'job' | 'start' | 'source-check' | 'fleet' | 'practice' | 'rotation' | 'settings';

let requested = $state<Route>('job');

/** The place that is shown: without a job, Start stands where it would; without a rotation, where one was begun. */
export const navigation = {
  get current(): Route {
    const route = requested === 'rotation' && (app.view?.rotation ?? null) === null ? 'job' : requested;
    return route === 'job' && (app.view?.job ?? null) === null ? 'start' : route;
  },
};

/** Goes to a place of the window. What is half done is warned of first, by the page that is left. */
export async function navigate(to: Route): Promise<void> {
  if (rotationExit.blocks(to)) return;
  await flushPending();
  requested = to;
}

/** Leaving a rotation whose new secret isn't pushed yet: asked about once, whichever way it is left. */
class RotationExit {
  open = $state(false);
  #to: Route = 'start';

  /** Whether the window stays where it is, and asks. */
  blocks(to: Route): boolean {
    if (navigation.current !== 'rotation' || to === 'rotation' || app.view?.rotation?.halfDone !== true) return false;
    this.#to = to;
    this.open = true;
    return true;
  }

  /** The person knows, and leaves. */
  leave(to: Route = this.#to): void {
    this.open = false;
    requested = to;
  }
}

export const rotationExit = new RotationExit();

/** Begins to renew a secret, or goes on where one is half renewed, and looks whether all is ready. */
export async function startRotation(of: Of): Promise<void> {
  await flushPending();
  await call(commands.rotationStart({ of }));
  if (app.failure !== null || app.fault !== null) return;
  requested = 'rotation';
  if (app.view?.rotation?.step === 'ready') await runAction('prepareRotation');
}

/** Opens a saved job, and renews its secret. */
export async function startRotationOfJob(id: string): Promise<void> {
  await openJob(id);
  if (app.failure === null && app.fault === null) await startRotation('job');
}

/** Opens a stage of the open job, unless it waits for another one; `sure` where what is half done is left on purpose. */
export async function openStage(stage: Stage, sure = false): Promise<void> {
  if (!sure && rotationExit.blocks('job')) return;
  const found = app.view?.job?.stages.find((one) => one.stage === stage);
  if (found === undefined || found.state === 'cannotStart') return;
  await flushPending();
  if (app.view?.job?.page !== stage) await call(commands.pageOpen({ stage }));
  requested = 'job';
}

/** Opens a saved job. The one that is open is only shown. */
export async function openJob(id: string): Promise<void> {
  await flushPending();
  if (app.view?.job?.id !== id) await call(commands.jobOpen({ id }));
  showJob();
}

/** Begins another job: in practice, another one to practise on. */
export async function newJob(): Promise<void> {
  await flushPending();
  await call(commands.jobNew());
  showJob();
}

/** A test login that was asked for in the list of jobs, and begins once its page is there. */
export const pendingLogin = { requested: false };

/** Opens a job where visitors are tried, and begins. */
export async function startTestLogin(id: string): Promise<void> {
  await openJob(id);
  if (app.failure !== null || app.fault !== null) return;
  pendingLogin.requested = true;
  await openStage('verify');
}

/** Takes the job file that waits, and shows the job. */
export async function acceptJobFile(): Promise<void> {
  await flushPending();
  await call(commands.handoverTake());
  if (app.view?.handover === null) showJob();
}

function showJob(): void {
  if (app.failure === null && app.fault === null) requested = 'job';
}

/** A job on a real server: practice ends first. */
async function startRealJob(): Promise<void> {
  await flushPending();
  if (app.view?.practice) await call(commands.practiceEnd());
  await newJob();
}

/** Practice servers as they were chosen, and a job to practise on. */
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
  '#/credentials': 'credentials',
  '#/signin': 'signin',
  '#/push': 'push',
  '#/verify': 'verify',
};

/**
 * Follows the links of the window. Their fragments name places, but never become the window's address: that would be
 * a second truth beside the view, and a history that Back would walk.
 */
export function followLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
  const href = link?.getAttribute('href') ?? '';
  const to = routesByHref[href];
  const stage = stagesByHref[href];
  if (href === '#/new') void startRealJob();
  else if (to !== undefined) void navigate(to);
  else if (stage !== undefined) void openStage(stage);
  if (link !== null) event.preventDefault();
}
