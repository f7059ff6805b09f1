import { createContext, type Snippet } from 'svelte';

/** The context that the frame provides to every page. */
export type Frame = {
  kind: 'stages' | 'home';
  /** How many exchanges "What was sent" holds. */
  sent: number;
  /** The open trace, drawn between page and bar. */
  drawer?: Snippet | undefined;
};

/** Read by `Page`, set by `Frame`. */
export const [frame, setFrame] = createContext<Frame>();
