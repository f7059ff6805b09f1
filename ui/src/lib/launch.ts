import type { PracticeChosen } from './bindings';

/** What the window was launched with, as the core wrote it into the address. */
const launched = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

/** Whether the window was launched for practice, which hasn't started yet. */
export const startsPractice = (): boolean => launched().has('practice');

/** What practice was launched with. Practice starts only once: a reload resumes the current state. */
export function takePractice(): PracticeChosen | null {
  const told = launched();
  const faults = told.get('practice');
  if (faults === null) return null;
  history.replaceState(null, '', location.pathname);
  return {
    faults: faults.split(' ').filter(Boolean),
    licensed: told.has('licensed'),
    hidden: false,
    layout: told.get('layout'),
  };
}
