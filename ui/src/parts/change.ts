import type { DisplayText } from '../lib/i18n';

/** A stretch of a value after the change: `added` words are tinted, `marked` ones are the admin's own choice. */
export type ValuePiece = { text: string; added?: boolean; marked?: boolean };

export type ChangeRow = {
  field: DisplayText;
  /** What authentik calls it: "Consumer key". */
  note?: DisplayText;
  /** Nothing for what is new. */
  before?: DisplayText;
  /** `'stays'` for what isn't touched. */
  after: DisplayText | ValuePiece[];
  stays?: boolean;
  mono?: boolean;
};
