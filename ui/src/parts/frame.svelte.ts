import { createContext, type Snippet } from 'svelte';

/** The context that the frame provides to every page. */
export type Frame = {
  kind: 'stages' | 'home';
  /** The number of exchanges in "What was sent". */
  sent: number;
  /** The server that the open job is about. */
  host: string | undefined;
  /** The open request log, drawn between the page and the footer. */
  drawer?: Snippet | undefined;
};

/** The context that `Frame` sets and `Page` reads. */
export const [frame, setFrame] = createContext<Frame>();
