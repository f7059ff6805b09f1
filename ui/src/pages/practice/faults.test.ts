import { describe, expect, it } from 'vitest';
import { places } from './states';
import { among, atWork, found, tags } from './faults';

const names = (typed: string): string[] =>
  found(places, typed).flatMap((place) => place.faults.map(({ name }) => name));

describe('the faults of practice', () => {
  it.each([
    ['', places.flatMap((place) => place.faults.map(({ name }) => name))],
    ['slash', ['callback-slash']],
    ['SLASH callback', ['callback-slash']],
    ['503', ['token-503', 'x-503']],
    ['measured slug', ['slug-taken', 'source-of-another-app']],
    ['rain', []],
  ])('are found by “%s”', (typed, expected) => {
    expect(names(typed)).toEqual(expected);
  });

  it('keep their places, and a place without any is left out', () => {
    expect(found(places, 'slash').map((place) => place.title.id)).toEqual(['fault-place-consent']);
  });

  it('have words beside them that are explained once each', () => {
    const letters = tags(places).map(({ tag }) => tag.id.replace(/^fault-tag-|\.title$/g, ''));
    expect([...letters].sort()).toEqual(['d', 'i', 'm', 'o', 'r', 't', 'u']);
  });

  it('are counted where they are chosen', () => {
    const all = places.flatMap((place) => place.faults);
    expect(among(all, ['x-503', 'slug-taken', 'rain'])).toBe(2);
  });

  it('are named in the band, those that it does not know too', () => {
    expect(atWork([], false)).toEqual({ id: 'page-shell-practice-none', args: {} });
    expect(atWork(['wrong-secret'], true)).toEqual({ id: 'page-shell-practice-hidden', args: {} });
    expect(atWork(['wrong-secret', 'new-one'], false)).toEqual({
      id: 'page-shell-practice-faults',
      args: { count: 2, faults: 'Outdated Client Secret, new-one' },
    });
  });
});
