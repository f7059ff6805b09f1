import { describe, expect, it } from 'vitest';
import { alignCharacters, splitRows, difference, makeVisible, type Difference } from './bytes';

describe('bytes', () => {
  it.each<[string, string, Difference]>([
    ['https://a/', 'https://a/', { kind: 'agree', count: 10 }],
    ['https://a/', 'http://a/', { kind: 'missing', at: 5, expected: 's' }],
    ['http://a/', 'https://a/', { kind: 'extra', at: 5, found: 's' }],
    ['https://a/', 'https://a', { kind: 'missing', at: 10, expected: '/' }],
    ['https://a/', 'https://b/', { kind: 'other', at: 9, expected: 'a', found: 'b' }],
    ['aa', 'aaa', { kind: 'extra', at: 3, found: 'a' }],
    ['ü/a', 'ü/b', { kind: 'other', at: 4, expected: 'a', found: 'b' }],
    ['https://a/cb/', 'http://a/cb', { kind: 'missing', at: 5, expected: 's' }],
    ['https://a/twitter/', 'https://a/x/', { kind: 'other', at: 11, expected: 'twitter', found: 'x' }],
    ['', 'a', { kind: 'extra', at: 1, found: 'a' }],
  ])('%s against %s', (expected, found, told) => {
    expect(difference(expected, found)).toEqual(told);
  });

  it('cuts every row at the same places, and loses nothing', () => {
    const values = ['https://a/', 'http://a/', 'https://b/'];
    const rows = splitRows(values);
    expect(rows.map((row) => row.head + row.middle + row.tail)).toEqual(values);
    expect(new Set(rows.map((row) => `${row.head}|${row.tail}`)).size).toBe(1);
  });

  it('marks each of two differences, and nothing between them', () => {
    const differing = alignCharacters('https://a/cb/', 'http://a/cb').filter(({ want, have }) => want !== have);
    expect(differing).toEqual([{ want: 's' }, { want: '/' }]);
  });

  it('shows what nobody sees', () => {
    expect(makeVisible('a\u200bb\u202e \u00e4')).toBe('a␣b␣␣ä');
  });
});
