const REMEMBERED = 'sourcerer.why';

const remembered = (): boolean => {
  try {
    return localStorage.getItem(REMEMBERED) === 'open';
  } catch {
    return false;
  }
};

let why = $state(remembered());
let sent = $state(false);

/** Which panels stand open. "Why this?" is remembered, "What was sent" begins closed. */
export const panels = {
  get why(): boolean {
    return why;
  },
  set why(open: boolean) {
    why = open;
    try {
      localStorage.setItem(REMEMBERED, open ? 'open' : 'closed');
    } catch {
      // Not remembered then.
    }
  },
  get sent(): boolean {
    return sent;
  },
  set sent(open: boolean) {
    sent = open;
  },
};
