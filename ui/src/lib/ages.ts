import type { Cause, Message } from './bindings';
import { day } from './format';
import { app } from './app-state.svelte';

/** How long ago a day of the facts (`YYYY-MM-DD`) was, as the core counts; nothing for a day that no fact has. */
export function ago(date: string): Message | undefined {
  return app.view?.facts.days[date];
}

/** The day on which what a diagnosis rests on was last looked at; nothing for what is read just now. */
export function dayOfDiagnosis(id: string): string | undefined {
  return app.view?.facts.diagnoses[id];
}

/** The same for a possible cause. */
export function dayOfCause(cause: Cause): string | undefined {
  return app.view?.facts.causes[cause];
}

/** A date without a time, with its year: it is the same day everywhere. */
export function wholeDay(date: string): string {
  return day(new Date(`${date}T00:00`), new Date(0));
}
