import { describe, expect, it } from 'vitest';
import { countdown, day, duration, locale, time } from './format';

describe('format', () => {
  it.each([
    [0, '0 ms'],
    [61, '61 ms'],
    [410, '0.41 s'],
    [994, '0.99 s'],
    [995, '1.0 s'],
    [11_400, '11.4 s'],
    [59_949, '59.9 s'],
    [59_951, '1 min 0 s'],
    [88_000, '1 min 28 s'],
  ])('says %i ms as %s', (ms, said) => {
    expect(duration(ms)).toBe(said);
  });

  it.each([
    [212, '3:32'],
    [9.2, '0:10'],
    [-1, '0:00'],
  ])('counts %d s down as %s', (seconds, said) => {
    expect(countdown(seconds)).toBe(said);
  });

  it('writes local time with 24 hours and seconds', () => {
    expect(time(new Date(2026, 10, 9, 9, 5, 7))).toBe('09:05:07');
  });

  it('names the year only where it is another', () => {
    const now = new Date(2026, 10, 21);
    expect(day(new Date(2026, 10, 9), now)).toBe('Nov 9');
    expect(day(new Date(2025, 10, 9), now)).toBe('Nov 9, 2025');
  });

  it('survives a webview whose language is no language', () => {
    expect(locale(['C', 'POSIX', 'en_US.UTF-8'])).toBe('en');
    expect(locale(['C', 'de-AT'])).toBe('de-AT');
  });
});
