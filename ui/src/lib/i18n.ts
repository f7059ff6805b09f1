import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import { identifiers, type Arg, type Keys, type Message } from './bindings';
import { visibleLine } from './visible';

/** Text that a component shows: a message by its key, or a plain string (a value, a name, something X wrote). */
export type DisplayText = Message | string;

/** A run of text of one kind: `theirs` is a label from X's or authentik's screen, `value` is to be typed or compared. */
export type Span = { kind: 'plain' | 'theirs' | 'value'; text: string };

type Args<K extends keyof Keys> = keyof Keys[K] extends never ? [] : [args: Keys[K]];

// The marks `**` and `` ` `` count only in the text of a message file. Fluent passes exactly that text, and never an
// argument, to `transform`, which turns the marks into these two characters. If an argument contains one of these
// characters, it is removed.
const THEIRS = '\uE000';
const VALUE = '\uE001';
const RESERVED = /[\uE000\uE001\u2068\u2069]/g;

// The terminal's messages and those of the practice servers' own pages never reach this page.
const files = import.meta.glob<string>(['$words/en/*.ftl', '!**/terminal.ftl', '!**/practice-*.ftl'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundle = new FluentBundle('en', {
  useIsolating: false,
  transform: (text) => text.replaceAll('**', THEIRS).replaceAll('`', VALUE),
});

/**
 * The lines of each message, by its key. A message is parsed when it is shown for the first time: parsing all of them
 * would take longer than everything else before the first frame. No message refers to another one.
 */
const unparsed = new Map<string, string>();
for (const text of Object.values(files)) index(text);

/** Splits a file into its messages: a message starts with its key at the beginning of a line. */
function index(text: string): void {
  let start = -1;
  for (let line = 0; line < text.length;) {
    const first = text.charCodeAt(line);
    // A comment, or a letter: everything else continues the message.
    if (first === 35 || (first >= 97 && first <= 122)) {
      if (start >= 0) keep(text, start, line);
      start = first === 35 ? -1 : line;
    }
    const end = text.indexOf('\n', line);
    line = end < 0 ? text.length : end + 1;
  }
  if (start >= 0) keep(text, start, text.length);
}

function keep(text: string, start: number, end: number): void {
  unparsed.set(text.slice(start, text.indexOf(' ', start)), text.slice(start, end));
}

function parsed(key: string): ReturnType<typeof bundle.getMessage> {
  const text = unparsed.get(key);
  if (text !== undefined) {
    unparsed.delete(key);
    bundle.addResource(new FluentResource(text));
  }
  return bundle.getMessage(key);
}

/** Builds a message by its key, for a component that takes a `DisplayText`. */
export function message<K extends keyof Keys>(key: K, ...[args]: Args<K>): Message {
  return { id: key, args: { ...(args as Record<string, Arg> | undefined) } };
}

/** A message as plain text without its marks, for attributes and titles. */
export function t<K extends keyof Keys>(key: K, ...args: Args<K>): string {
  return formatMessage(message(key, ...args));
}

/** Formats a text as a plain string. A key that the message files lack is shown as it is. */
export function formatMessage(words: DisplayText): string {
  return typeof words === 'string' ? words : resolveMessage(words).replace(RESERVED, '');
}

/** Splits a text into spans at its marks. */
export function spans(words: DisplayText): Span[] {
  if (typeof words === 'string') return words === '' ? [] : [{ kind: 'plain', text: words }];
  const found: Span[] = [];
  let kind: Span['kind'] = 'plain';
  for (const piece of resolveMessage(words).split(/([\uE000\uE001])/)) {
    if (piece === THEIRS) kind = kind === 'theirs' ? 'plain' : 'theirs';
    else if (piece === VALUE) kind = kind === 'value' ? 'plain' : 'value';
    else if (piece !== '') found.push({ kind, text: piece });
  }
  return found;
}

function resolveMessage({ id, args }: Message): string {
  const [key = id, attribute] = id.split('.');
  const entry = parsed(key);
  const pattern = attribute === undefined ? entry?.value : entry?.attributes[attribute];
  if (pattern === undefined || pattern === null) return id;
  const filled: Record<string, FluentNumber | string> = {};
  for (const [name, value] of Object.entries(args)) {
    if (typeof value === 'string') filled[name] = visibleLine(value.replace(RESERVED, ''));
    // A port is a number too, and isn't grouped, as in the terminal.
    else filled[name] = new FluentNumber(value, { useGrouping: !identifiers.includes(name) });
  }
  return bundle.formatPattern(pattern, filled, []);
}
