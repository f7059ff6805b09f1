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

/** Which panels are open. "Why this?" is stored, "What was sent" is closed at first. */
export const panels = {
  get help(): boolean {
    return help;
  },
  set help(open: boolean) {
    help = open;
    try {
      localStorage.setItem(REMEMBERED, open ? 'open' : 'closed');
    } catch {
      // Without storage the setting isn't remembered.
    }
  },
  get trace(): boolean {
    return trace;
  },
  set trace(open: boolean) {
    trace = open;
  },
};
