import type { DisplayText } from '../lib/i18n';

/** A part of the value after the change: `added` parts are new, `marked` parts were chosen by the admin. */
export type ValuePiece = { text: string; added?: boolean; marked?: boolean };

export type ChangeRow = {
  field: DisplayText;
  /** authentik's own label: "Consumer key". */
  note?: DisplayText;
  /** The value before the change; not set for a new one. */
  before?: DisplayText;
  /** The value after the change. */
  after: DisplayText | ValuePiece[];
  stays?: boolean;
  mono?: boolean;
};
