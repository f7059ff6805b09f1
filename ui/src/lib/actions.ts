import { Channel } from '@tauri-apps/api/core';
import { flushPending } from './pending-flush';
import { commands, type Act, type ReachLegView, type SignInReport, type Stage } from './bindings';
import { call, refresh } from './call';
import { app } from './app-state.svelte';

const overrides = new Map<Act, () => void>();

/** A page does an act itself, such as asking before a push. Until the returned function is called. */
export function overrideAction(action: Act, handler: () => void): () => void {
  overrides.set(action, handler);
  return () => {
    if (overrides.get(action) === handler) overrides.delete(action);
  };
}

/** Does what a button of the bar says. One at a time. */
export async function runAction(wanted: Act): Promise<void> {
  if (app.runningAction !== null) return;
  app.runningAction = wanted;
  await flushPending();
  const own = overrides.get(wanted);
  if (own === undefined) await runDefault(wanted);
  else own();
  app.runningAction = null;
}

async function runDefault(wanted: Act): Promise<void> {
  switch (wanted) {
    case 'checkServer':
      return call(commands.serverCheck({ progress: new Channel<ReachLegView[]>(() => void refresh()) }));
    case 'agreeNames':
      return call(commands.namesAgree());
    case 'tickAction':
      return call(commands.xappTickOpen());
    case 'askX':
      return call(commands.credentialsCheck());
    case 'startTest':
      return startTest();
    case 'compare':
      return call(commands.pushReview());
    case 'push':
      // Written only after a dialog, which the push page brings.
      return;
    case 'checkOutside':
      return call(commands.verifyRun());
    case 'prepareRotation':
      return call(commands.rotationPrepare({ progress: new Channel<number>(() => void refresh()) }));
    case 'tellRegenerated':
      return call(commands.rotationChanged());
    case 'askNewSecret':
      return call(commands.rotationAsk({ progress: new Channel<number>(() => void refresh()) }));
    case 'pushSecret':
      return call(commands.rotationPush({ progress: new Channel<number>(() => void refresh()) }));
    case 'endRotation':
      return call(commands.rotationEnd());
    case 'continue':
      return call(commands.pageNext());
    case 'close':
      return call(commands.jobClose());
  }
}

/** Begins the live test. Over once it runs: it may then take minutes, and Stop is an act too. */
function startTest(): Promise<void> {
  return new Promise((begun) => {
    const progress = new Channel<SignInReport>(() => void refresh().then(begun));
    void call(commands.signinStart({ progress })).then(begun);
  });
}

/** What "check again" is on each page. */
const recheckActions: Partial<Record<Stage, Act>> = {
  server: 'checkServer',
  credentials: 'askX',
  push: 'compare',
  verify: 'checkOutside',
};

/** Checks the open page's question once more, where it has one. */
export function recheck(): boolean {
  const job = app.view?.job ?? undefined;
  const wanted = job && recheckActions[job.page];
  if (job === undefined || wanted === undefined || !job[job.page].bar.ready) return false;
  void runAction(wanted);
  return true;
}
