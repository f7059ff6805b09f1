import type { Words } from '../lib/i18n';

/** A stretch of a value after the change: `added` words are tinted, `marked` ones are the admin's own choice. */
export type Piece = { text: string; added?: boolean; marked?: boolean };

export type ChangeRow = {
  field: Words;
  /** What authentik calls it: "Consumer key". */
  note?: Words;
  /** Nothing for what is new. */
  before?: Words;
  /** `'stays'` for what isn't touched. */
  after: Words | Piece[];
  stays?: boolean;
  mono?: boolean;
};
