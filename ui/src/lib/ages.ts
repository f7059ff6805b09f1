import type { Cause, Message } from './bindings';
import { day } from './format';
import { app } from './app-state.svelte';

/** How long ago a day of the facts (`YYYY-MM-DD`) was, as the core counts; `undefined` for a day that no fact has. */
export function ago(date: string): Message | undefined {
  return app.view?.facts.days[date];
}

/**
 * The day on which the facts of a diagnosis were last checked; `undefined` if it rests on something that was just read.
 */
export function dayOfDiagnosis(id: string): string | undefined {
  return app.view?.facts.diagnoses[id];
}

/** The day on which the facts of a possible cause were last checked. */
export function dayOfCause(cause: Cause): string | undefined {
  return app.view?.facts.causes[cause];
}

/** A date without a time, but with its year: it is the same day in every time zone. */
export function wholeDay(date: string): string {
  return day(new Date(`${date}T00:00`), new Date(0));
}
