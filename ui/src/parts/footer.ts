import type { DisplayText } from '../lib/i18n';

/** The filled button: it names what comes, or on an error the way out. */
export type NextButton = {
  label: DisplayText;
  onclick: () => void;
  /** Can't go; the reason stands beside it. */
  blocked?: boolean;
  /** Pressed, and under way. */
  busy?: boolean;
  /** Pressed all the same: lead to what is missing. */
  onblocked?: () => void;
  keys?: string;
};
