/** A row split into the prefix that all rows share, the part that differs, and the suffix that all rows share. */
export type SplitRow = { head: string; middle: string; tail: string; width: number };

export type Difference =
  | { kind: 'agree'; count: number }
  | { kind: 'missing'; at: number; expected: string }
  | { kind: 'extra'; at: number; found: string }
  | { kind: 'other'; at: number; expected: string; found: string };

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Splits all rows at the same positions, so that they can be drawn one below the other. */
export function splitRows(values: readonly string[]): SplitRow[] {
  const rows = values.map((value) => Array.from(value));
  const shortest = Math.min(...rows.map((row) => row.length));
  const [first = []] = rows;
  let head = 0;
  while (head < shortest && rows.every((row) => row[head] === first[head])) head += 1;
  let tail = 0;
  while (tail < shortest - head && rows.every((row) => row.at(-1 - tail) === first.at(-1 - tail))) tail += 1;
  const width = Math.max(...rows.map((row) => row.length)) - head - tail;
  return rows.map((row) => ({
    head: row.slice(0, head).join(''),
    middle: row.slice(head, row.length - tail).join(''),
    tail: row.slice(row.length - tail).join(''),
    width,
  }));
}

/** Two aligned characters; one is absent where a character is missing or extra. */
export type Column = { want?: string; have?: string };

/**
 * Aligns the two values character by character with the fewest edits. Where more than half of the columns would differ,
 * letters that match by chance would only confuse, so the values are paired by position.
 */
export function alignCharacters(expected: string, found: string): Column[] {
  const [want, have] = [Array.from(expected), Array.from(found)];
  const plain = Array.from({ length: Math.max(want.length, have.length) }, (_, at): Column => ({
    want: want[at],
    have: have[at],
  }));
  // The cost grows with the square of the length, so very long values aren't aligned.
  if (want.length * have.length > 250_000) return plain;
  const columns = levenshteinColumns(want, have);
  const differing = columns.filter((one) => one.want !== one.have).length;
  return differing * 2 > columns.length ? plain : columns;
}

/** The Levenshtein alignment, traced from the end, so that the last of several equal characters counts as the differing one. */
function levenshteinColumns(want: string[], have: string[]): Column[] {
  const width = have.length + 1;
  const cost = new Uint32Array((want.length + 1) * width);
  const at = (row: number, column: number): number => cost[row * width + column] ?? 0;
  for (let row = 0; row <= want.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      cost[row * width + column] =
        row === 0 || column === 0
          ? row + column
          : Math.min(
              at(row - 1, column - 1) + Number(want[row - 1] !== have[column - 1]),
              at(row - 1, column) + 1,
              at(row, column - 1) + 1,
            );
    }
  }
  const columns: Column[] = [];
  let [row, column] = [want.length, have.length];
  while (row > 0 || column > 0) {
    const now = at(row, column);
    if (row > 0 && now === at(row - 1, column) + 1) columns.push({ want: want[(row -= 1)] });
    else if (column > 0 && now === at(row, column - 1) + 1) columns.push({ have: have[(column -= 1)] });
    else columns.push({ want: want[(row -= 1)], have: have[(column -= 1)] });
  }
  return columns.reverse();
}

/** The columns of all values, aligned to the first one; a value without a character in a column has an empty cell. */
export function characterColumns(values: readonly string[]): (string | undefined)[][] {
  const [expected = '', found] = values;
  if (values.length === 2 && found !== undefined)
    return alignCharacters(expected, found).map(({ want, have }) => [want, have]);
  const rows = splitRows(values);
  const [head, tail] = [Array.from(rows[0]?.head ?? ''), Array.from(rows[0]?.tail ?? '')];
  const middles = rows.map((row) => Array.from(row.middle));
  const between = Array.from({ length: rows[0]?.width ?? 0 }, (_, at) => middles.map((middle) => middle[at]));
  const shared = (text: string): string[] => values.map(() => text);
  return [...head.map(shared), ...between, ...tail.map(shared)];
}

/** How a value differs from the expected one, at its first differing byte (counted from 1). */
export function difference(expected: string, found: string): Difference {
  if (expected === found) return { kind: 'agree', count: bytes(expected) };
  const columns = alignCharacters(expected, found);
  const start = columns.findIndex((one) => one.want !== one.have);
  const length = columns.slice(start).findIndex((one) => one.want === one.have);
  const run = columns.slice(start, length < 0 ? undefined : start + length);
  const text = (side: keyof Column, of: Column[]): string => of.map((one) => one[side] ?? '').join('');
  const at = bytes(text('want', columns.slice(0, start))) + 1;
  const [want, have] = [text('want', run), text('have', run)];
  if (have === '') return { kind: 'missing', at, expected: want };
  if (want === '') return { kind: 'extra', at, found: have };
  return { kind: 'other', at, expected: want, found: have };
}

/** Replaces invisible and direction-changing characters with a visible one. */
export function makeVisible(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}]/gu, '␣');
}
