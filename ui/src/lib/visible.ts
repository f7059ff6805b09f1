/**
 * The characters that don't show themselves but change what surrounds them, as in the core's `i18n::visible`: control
 * characters, line and paragraph separators, bidirectional controls, and format characters that show nothing. The joiners
 * U+200C and U+200D aren't among them, because words and emoji need them.
 */
const HIDDEN =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFDD0-\uFDEF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

const escaped = (c: string): string => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;

/** A text on one line, in which each hidden character is shown as an escape such as `\u{1b}`. */
export const visibleLine = (text: string): string => text.replace(HIDDEN, escaped);

/** The same for a text of several lines: line breaks and tabs stay. */
export const visibleLines = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(HIDDEN, (c) => (c === '\n' || c === '\t' ? c : escaped(c)));

/**
 * An answer of the core in which no text hides anything. Text from a server, a list or a file passes here before any
 * component draws it. Whatever has nothing hidden in it is returned as it is.
 */
export function visible<T>(answer: T): T {
  return shown(answer) as T;
}

/** Most texts consist of such characters alone, and need no closer look. */
const PLAIN = /^[ -~]*$/;

function shown(value: unknown): unknown {
  if (typeof value === 'string') return PLAIN.test(value) ? value : visibleLines(value);
  if (typeof value !== 'object' || value === null) return value;
  const before = value as Record<string, unknown>;
  // An array is copied as an array, by its indexes.
  let after: Record<string, unknown> | null = null;
  for (const key of Object.keys(before)) {
    const one = before[key];
    const other = shown(one);
    if (other === one) continue;
    after ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    after[key] = other;
  }
  return after ?? value;
}
