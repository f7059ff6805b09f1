import { flushPending } from './pending-flush';
import { commands, type FooterAction, type JobView, type Stage } from './bindings';
import { call, viewChanges } from './call';
import { app } from './app-state.svelte';

const overrides = new Map<FooterAction, () => void>();

/** Lets a page handle an action itself, for example to ask before a push, until the returned function is called. */
export function overrideAction(action: FooterAction, handler: () => void): () => void {
  overrides.set(action, handler);
  return () => {
    if (overrides.get(action) === handler) overrides.delete(action);
  };
}

/** Runs the action of a footer button. Only one action runs at a time. */
export async function runAction(action: FooterAction): Promise<void> {
  if (app.runningAction !== null) return;
  app.runningAction = action;
  await flushPending();
  const own = overrides.get(action);
  if (own === undefined) await runDefault(action);
  else own();
  app.runningAction = null;
}

async function runDefault(action: FooterAction): Promise<void> {
  switch (action) {
    case 'checkServer':
      return call(commands.serverCheck({ progress: viewChanges() }));
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
    case 'testLogin':
    case 'finish':
      // Each has a part of its page that handles it: the dialog before a push, the test login, the summary at the end.
      return;
    case 'checkOutside':
      return call(commands.verifyRun());
    case 'prepareRotation':
      return call(commands.rotationPrepare({ progress: viewChanges() }));
    case 'tellRegenerated':
      return call(commands.rotationChanged());
    case 'askNewSecret':
      return call(commands.rotationAsk({ progress: viewChanges() }));
    case 'pushSecret':
      return call(commands.rotationPush({ progress: viewChanges() }));
    case 'endRotation':
      return call(commands.rotationEnd());
    case 'continue':
      return call(commands.pageNext());
  }
}

/** Starts the live test. Resolves once the test runs: it may take minutes, and Stop is an action of its own. */
function startTest(): Promise<void> {
  return new Promise((begun) => {
    void call(commands.signinStart({ progress: viewChanges(begun) })).then(begun);
  });
}

/** The action that "check again" runs on each page. */
const recheckActions: Partial<Record<Stage, FooterAction>> = {
  server: 'checkServer',
  xapp: 'askX',
  push: 'compare',
  verify: 'checkOutside',
};

const isCredentialsComplete = ({ credentials }: JobView): boolean =>
  credentials.clientId !== null && credentials.secret !== null;

/** Runs the check of the open page again, if it has one. */
export function recheck(): boolean {
  const job = app.view?.job ?? undefined;
  const action = job && recheckActions[job.page];
  if (job === undefined || action === undefined || !job[job.page].bar.ready) return false;
  if (action === 'askX' && !isCredentialsComplete(job)) return false;
  void runAction(action);
  return true;
}
