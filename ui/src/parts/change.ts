import type { DisplayText } from '../lib/i18n';

/** A part of the value after the change: `added` parts are new, `marked` parts were chosen by the admin. */
export type ValuePiece = { text: string; added?: boolean; marked?: boolean };

export type ChangeRow = {
  field: DisplayText;
  /** What authentik calls it: "Consumer key". */
  note?: DisplayText;
  /** Nothing for what is new. */
  before?: DisplayText;
  /** The value after the change. */
  after: DisplayText | ValuePiece[];
  stays?: boolean;
  mono?: boolean;
};
