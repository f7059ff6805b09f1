import { act } from './actions';
import { flushed } from './pending-flush';
import { commands, type Of, type PracticeChosen, type Stage } from './bindings';
import { call } from './call';
import { app } from './app-state.svelte';

/** Where the window is: in the job, or on a page outside of the stages. */
export type Place = 'job' | 'start' | 'check' | 'many' | 'practice' | 'rotation' | 'settings';

let wanted = $state<Place>('job');

/** The place that is shown: without a job, Start stands where it would; without a rotation, where one was begun. */
export const place = {
  get shown(): Place {
    const there = wanted === 'rotation' && (app.view?.rotation ?? null) === null ? 'job' : wanted;
    return there === 'job' && (app.view?.job ?? null) === null ? 'start' : there;
  },
};

/** Goes to a place of the window. What is half done is warned of first, by the page that is left. */
export async function go(to: Place): Promise<void> {
  if (leaving.holds(to)) return;
  await flushed();
  wanted = to;
}

/** Leaving a rotation whose new secret isn't pushed yet: asked about once, whichever way it is left. */
class Leaving {
  asks = $state(false);
  #to: Place = 'start';

  /** Whether the window stays where it is, and asks. */
  holds(to: Place): boolean {
    if (place.shown !== 'rotation' || to === 'rotation' || app.view?.rotation?.halfDone !== true) return false;
    this.#to = to;
    this.asks = true;
    return true;
  }

  /** The person knows, and leaves. */
  leave(to: Place = this.#to): void {
    this.asks = false;
    wanted = to;
  }
}

export const leaving = new Leaving();

/** Begins to renew a secret, or goes on where one is half renewed, and looks whether all is ready. */
export async function renew(of: Of): Promise<void> {
  await flushed();
  await call(commands.rotationStart({ of }));
  if (app.failure !== null || app.fault !== null) return;
  wanted = 'rotation';
  if (app.view?.rotation?.step === 'ready') await act('prepareRotation');
}

/** Opens a saved job, and renews its secret. */
export async function renewOf(id: string): Promise<void> {
  await openJob(id);
  if (app.failure === null && app.fault === null) await renew('job');
}

/** Opens a stage of the open job, unless it waits for another one; `sure` where what is half done is left on purpose. */
export async function openStage(stage: Stage, sure = false): Promise<void> {
  if (!sure && leaving.holds('job')) return;
  const found = app.view?.job?.stages.find((one) => one.stage === stage);
  if (found === undefined || found.state === 'cannotStart') return;
  await flushed();
  if (app.view?.job?.page !== stage) await call(commands.pageOpen({ stage }));
  wanted = 'job';
}

/** Opens a saved job. The one that is open is only shown. */
export async function openJob(id: string): Promise<void> {
  await flushed();
  if (app.view?.job?.id !== id) await call(commands.jobOpen({ id }));
  arrive();
}

/** Begins another job: in practice, another one to practise on. */
export async function newJob(): Promise<void> {
  await flushed();
  await call(commands.jobNew());
  arrive();
}

/** A test login that was asked for in the list of jobs, and begins once its page is there. */
export const login = { wanted: false };

/** Opens a job where visitors are tried, and begins. */
export async function signIn(id: string): Promise<void> {
  await openJob(id);
  if (app.failure !== null || app.fault !== null) return;
  login.wanted = true;
  await openStage('verify');
}

/** Takes the job file that waits, and shows the job. */
export async function takeJobFile(): Promise<void> {
  await flushed();
  await call(commands.handoverTake());
  if (app.view?.handover === null) arrive();
}

function arrive(): void {
  if (app.failure === null && app.fault === null) wanted = 'job';
}

/** A job on a real server: practice ends first. */
async function setUp(): Promise<void> {
  await flushed();
  if (app.view?.practice) await call(commands.practiceEnd());
  await newJob();
}

/** Practice servers as they were chosen, and a job to practise on. */
export async function practise(chosen: PracticeChosen): Promise<void> {
  await flushed();
  await call(commands.practiceStart({ chosen }));
  arrive();
}

const places: Record<string, Place> = {
  '#/': 'start',
  '#/job': 'job',
  '#/check': 'check',
  '#/many': 'many',
  '#/practice': 'practice',
  '#/rotation': 'rotation',
  '#/settings': 'settings',
};
const stages: Record<string, Stage> = {
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
export function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#/"]') : null;
  const href = link?.getAttribute('href') ?? '';
  const to = places[href];
  const stage = stages[href];
  if (href === '#/new') void setUp();
  else if (to !== undefined) void go(to);
  else if (stage !== undefined) void openStage(stage);
  if (link !== null) event.preventDefault();
}
