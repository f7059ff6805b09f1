import { describe, expect, it } from 'vitest';
import { formatMessage, message } from './i18n';
import { visible, visibleLine, visibleLines } from './visible';

describe('text from elsewhere', () => {
  it('shows what hides in it, and keeps everything else', () => {
    const rows: [string, string][] = [
      ['Ana’s “X” — 日本語 العربية 👩‍💻', 'Ana’s “X” — 日本語 العربية 👩‍💻'],
      ['x\u001b[2J\nfake line', 'x\\u{1b}[2J\\u{a}fake line'],
      ['a\u202eb\u2069c\u009bd', 'a\\u{202e}b\\u{2069}c\\u{9b}d'],
      ['a\u{e0041}b', 'a\\u{e0041}b'],
    ];
    for (const [text, wanted] of rows) expect(visibleLine(text)).toBe(wanted);
    expect(visibleLines('a\r\n\tb\u0007')).toBe('a\n\tb\\u{7}');
  });

  it('is shown wherever it is in an answer of the core', () => {
    const clean = { rows: [{ name: 'X', at: null, count: 1 }] };
    expect(visible(clean)).toBe(clean);
    expect(visible({ rows: [{ name: 'X\u202e', at: null }, 'b\u0000'] })).toEqual({
      rows: [{ name: 'X\\u{202e}', at: null }, 'b\\u{0}'],
    });
  });

  it('breaks no line of a message', () => {
    const text = formatMessage(message('report-title', { host: 'a\u202eb', slug: 'x\nfake' }));
    expect(text).toContain('a\\u{202e}b');
    expect(text).toContain('x\\u{a}fake');
  });
});
