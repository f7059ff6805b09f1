import type { FooterAction, Diagnosis, View } from './bindings';

/** The state of the window: the newest view, and the running command or its error. */
class App {
  /** The last result of a command. Each new one replaces it as a whole. */
  view = $state.raw<View | null>(null);
  /** Why a command failed. */
  failure = $state.raw<Diagnosis | null>(null);
  /** An internal error: the answer was neither a view nor a diagnosis. Holds the error's own text. */
  fault = $state<string | null>(null);
  /** Whether a command waits for the keyring, which a person may have to unlock in a window of its own. */
  keyringWaits = $state(false);
  /** Whether a command is running. */
  busy = $state(false);
  /** The running action of the footer, for the state of its button. */
  runningAction = $state<FooterAction | null>(null);
}

export const app = new App();
