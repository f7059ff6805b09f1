import type { DisplayText } from '../lib/i18n';

/** The primary button: it names the next action or, after an error, the way to solve it. */
export type NextButton = {
  label: DisplayText;
  onclick: () => void;
  /** The action isn't possible; the reason is shown next to the button. */
  blocked?: boolean;
  /** The action is running. */
  busy?: boolean;
  /** Called when a blocked button is pressed, to move the focus to what is missing. */
  onblocked?: () => void;
  keys?: string;
};
