import { flushed } from './before-act';
import { commands, type PracticeChosen, type Stage } from './bindings';
import { call } from './call';
import { app } from './job.svelte';

/** Where the window is: in the job, or on a page outside of the stages. */
export type Place = 'job' | 'start' | 'check' | 'many' | 'practice' | 'settings';

let wanted = $state<Place>('job');

/** The place that is shown: without a job, Start stands where it would. */
export const place = {
  get shown(): Place {
    return wanted === 'job' && (app.view?.job ?? null) === null ? 'start' : wanted;
  },
};

/** Goes to a place of the window. */
export async function go(to: Place): Promise<void> {
  await flushed();
  wanted = to;
}

/** Opens a stage of the open job, unless it waits for another one. */
export async function openStage(stage: Stage): Promise<void> {
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
