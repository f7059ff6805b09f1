/** A row cut where it leaves the first one: what all share, what differs, what all share again. */
export type CutRow = { head: string; middle: string; tail: string; width: number };

export type Difference =
  | { kind: 'agree'; count: number }
  | { kind: 'missing'; at: number; expected: string }
  | { kind: 'extra'; at: number; found: string }
  | { kind: 'other'; at: number; expected: string; found: string };

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** Cuts all rows at the same places, so that they can stand under each other. */
export function cut(values: readonly string[]): CutRow[] {
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

/** How a value differs from the expected one, at its first differing byte (counted from 1). */
export function difference(expected: string, found: string): Difference {
  const [want, have] = cut([expected, found]);
  if (want === undefined || have === undefined || expected === found) return { kind: 'agree', count: bytes(expected) };
  const at = bytes(want.head) + 1;
  if (have.middle === '') return { kind: 'missing', at, expected: want.middle };
  if (want.middle === '') return { kind: 'extra', at, found: have.middle };
  return { kind: 'other', at, expected: want.middle, found: have.middle };
}
