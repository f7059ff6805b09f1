import { describe, expect, it } from 'vitest';
import { splitAtBreaks, segments, sliceSegments } from './value-segments';

const marked = (value: string, marks: string[]): string =>
  segments(value, marks)
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('marks', () => {
  it.each([
    ['https://a.company/callback/twitter/', ['twitter'], 'https://a.company/callback/[twitter]/'],
    ['https://twitter.example/callback/twitter/', ['twitter'], 'https://twitter.example/callback/[twitter]/'],
    ['https://a.company/twitter-x/', ['twitter'], 'https://a.company/twitter-x/'],
    ['https://a.company:9443/x/', ['a.company', 'x'], 'https://[a.company]:9443/[x]/'],
    ['https://aXcompany/', ['a.company'], 'https://aXcompany/'],
    ['twitter', ['twitter'], '[twitter]'],
    ['https://a.company/', [''], 'https://a.company/'],
  ])('finds the chosen parts of %s', (value, marks, expected) => {
    expect(marked(value, marks)).toBe(expected);
  });

  it('breaks after slashes, but not within those of a scheme', () => {
    expect(splitAtBreaks('https://a.company/source/x/')).toEqual(['https://a.company/', 'source/', 'x/']);
  });

  it('cuts a stretch without losing its marks', () => {
    expect(sliceSegments(segments('/a/twitter/', ['twitter']), 5, 11)).toEqual([
      { text: 'itter', marked: true },
      { text: '/', marked: false },
    ]);
  });
});
