import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Entered } from './pending-input.svelte';

/** A core that knows what was sent once `answer` is called. */
function core(): {
  entered: Entered<{ slug: string }>;
  sent: string[];
  answer: () => Promise<void>;
  known: () => string;
} {
  let known = 'twitter';
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  const entered = new Entered(
    () => ({ slug: known }),
    ({ slug }) =>
      new Promise<void>((done) => {
        sent.push(slug);
        waiting.push(() => {
          known = slug;
          done();
        });
      }),
  );
  const answer = async (): Promise<void> => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { entered, sent, answer, known: () => known };
}

describe('Entered', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends once the hand rests, not at every letter', async () => {
    const { entered, sent } = core();
    entered.type('slug', 'x');
    await vi.advanceTimersByTimeAsync(200);
    entered.type('slug', 'x-');
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['x-']);
  });

  it('never takes a letter back when an older answer arrives', async () => {
    const { entered, sent, answer, known } = core();
    entered.type('slug', 'x');
    await vi.advanceTimersByTimeAsync(300);
    entered.type('slug', 'xy');
    await answer();
    expect(known()).toBe('x');
    expect(entered.all.slug).toBe('xy');
    await vi.advanceTimersByTimeAsync(300);
    await answer();
    expect(sent).toEqual(['x', 'xy']);
    expect(known()).toBe('xy');
  });

  it('sends what is typed before an act, and nothing twice', async () => {
    const { entered, sent, answer } = core();
    entered.type('slug', 'x');
    const settled = entered.settle();
    await vi.advanceTimersByTimeAsync(0);
    await answer();
    await settled;
    await entered.settle();
    expect(sent).toEqual(['x']);
    expect(entered.typing).toBeNull();
  });

  it('keeps the text where the core did not take it', async () => {
    const entered = new Entered(
      () => ({ port: '0' }),
      () => Promise.resolve(),
    );
    entered.type('port', '70000');
    await entered.settle();
    expect(entered.all.port).toBe('70000');
  });
});
