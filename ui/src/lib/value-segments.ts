/** A part of a value; `marked` parts were chosen by the admin. */
export type Segment = { text: string; marked: boolean };

/**
 * Finds the chosen parts in a value: whole hosts and whole path segments only, so that the slug "twitter" isn't marked
 * in the host "twitter.example".
 */
export function segments(value: string, marks: readonly string[]): Segment[] {
  const wanted = marks.filter((mark) => mark !== '').sort((one, other) => other.length - one.length);
  if (wanted.length === 0) return value === '' ? [] : [{ text: value, marked: false }];
  const escaped = wanted.map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const found: Segment[] = [];
  let at = 0;
  for (const match of value.matchAll(new RegExp(`(?<=^|[/=@])(?:${escaped})(?=$|[/:?#&])`, 'g'))) {
    if (match.index > at) found.push({ text: value.slice(at, match.index), marked: false });
    found.push({ text: match[0], marked: true });
    at = match.index + match[0].length;
  }
  if (at < value.length) found.push({ text: value.slice(at), marked: false });
  return found;
}

/** The segments of a substring of the same value. */
export function sliceSegments(all: readonly Segment[], from: number, to: number): Segment[] {
  let at = 0;
  return all.flatMap(({ text, marked }) => {
    const start = at;
    at += text.length;
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return part === '' ? [] : [{ text: part, marked }];
  });
}

/** Whether a line may end after this text. */
export function canBreakAfter(text = ''): boolean {
  return /[^:/]\/$/.test(text);
}

/** Splits a value where a line may break: after a slash, but not between the two slashes of a scheme. */
export function splitAtBreaks(text: string): string[] {
  return text.split(/(?<=[^:/]\/)/);
}
