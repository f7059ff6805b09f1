const REMEMBERED = 'sourcerer.why';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(REMEMBERED) === 'open';
  } catch {
    return false;
  }
};

let help = $state(remembered());
let trace = $state(false);

/** Which panels are open. "Why this?" is remembered, "What was sent" starts closed. */
export const panels = {
  get help(): boolean {
    return help;
  },
  set help(open: boolean) {
    help = open;
    try {
      localStorage.setItem(REMEMBERED, open ? 'open' : 'closed');
    } catch {
      // Not remembered then.
    }
  },
  get trace(): boolean {
    return trace;
  },
  set trace(open: boolean) {
    trace = open;
  },
};
