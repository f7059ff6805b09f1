import type { Act, Diagnosis, View } from './bindings';

/** What the window knows: the last view, and how the acts of this moment fare. No fact stands here twice. */
class App {
  /** The last answer of a command; each new one replaces it whole. */
  view = $state.raw<View | null>(null);
  /** Why a command couldn't be done. */
  failure = $state.raw<Diagnosis | null>(null);
  /** A fault of ours: what came back was neither a view nor a diagnosis. In its own words. */
  fault = $state<string | null>(null);
  /** A command is under way. */
  busy = $state(false);
  /** The act of the bar that is under way, for its button. */
  runningAction = $state<Act | null>(null);
}

export const app = new App();
