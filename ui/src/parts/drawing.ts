/** A field of another product's form, as far as it is drawn. The labels are verbatim. */
export type DrawnField = {
  id: string;
  label?: string;
  rows: DrawnRow[];
  /** The step is ticked, so the field has its value. */
  filled?: boolean;
};

export type DrawnRow =
  | { kind: 'choice'; label: string; on: boolean }
  | { kind: 'switch'; label: string; on: boolean }
  | { kind: 'box'; value?: string }
  | { kind: 'more'; label: string }
  | { kind: 'buttons'; labels: string[] };

export type DrawnPart = { heading: string } | DrawnField;

export type Placed<T> = T & { y: number; height: number };

const ROW = { choice: 14, switch: 16, box: 18, more: 14, buttons: 24 };

/** The width of a box in characters of the fixed-width face. */
const BOX = 40;

/** Places the parts one below the other. All numbers are in the drawing's own pixels. */
export function layOutParts(parts: readonly DrawnPart[]): { placed: Placed<DrawnPart>[]; height: number } {
  let y = 30;
  const placed = parts.map((part): Placed<DrawnPart> => {
    const height = 'heading' in part ? 22 : fieldHeight(part);
    const here = { ...part, y, height };
    y += height + 4;
    return here;
  });
  return { placed, height: y + 6 };
}

/** The position of each row of a field, relative to the top of the field. */
export function layOutRows(field: DrawnField): Placed<DrawnRow>[] {
  let y = field.label === undefined ? 2 : 18;
  return field.rows.map((row) => {
    const here = { ...row, y, height: ROW[row.kind] };
    y += ROW[row.kind];
    return here;
  });
}

function fieldHeight(field: DrawnField): number {
  const end = layOutRows(field).reduce(
    (low, row) => Math.max(low, row.y + row.height),
    field.label === undefined ? 0 : 18,
  );
  return end + 4;
}

/** Shortens a long value in the middle, so that both ends can be recognized. */
export function shorten(value: string, room: number = BOX): string {
  if (value.length <= room) return value;
  const half = Math.floor((room - 1) / 2);
  return `${value.slice(0, half)}…${value.slice(-half)}`;
}

/** Places the buttons at the right, each as wide as its label. */
export function layOutButtons(labels: readonly string[]): { label: string; x: number; width: number }[] {
  let right = 226;
  return labels
    .toReversed()
    .map((label) => {
      const width = Math.round(24 + label.length * 5);
      right -= width;
      const button = { label, x: right, width };
      right -= 8;
      return button;
    })
    .toReversed();
}
