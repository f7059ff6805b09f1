import type { Tone } from './tone';

/** One exchange in the list of "What was sent". */
export type TraceLine = { id: string; method: string; where: string; status: string; tone: Tone };
