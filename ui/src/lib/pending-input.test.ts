import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PendingInput } from './pending-input.svelte';

/** A core that receives what was sent when `answer` is called. */
function core(): {
  input: PendingInput<{ slug: string }>;
  sent: string[];
  answer: () => Promise<void>;
  known: () => string;
} {
  let known = 'twitter';
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  const input = new PendingInput(
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
  return { input, sent, answer, known: () => known };
}

describe('Entered', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('sends once the hand rests, not at every letter', async () => {
    const { input, sent } = core();
    input.type('slug', 'x');
    await vi.advanceTimersByTimeAsync(200);
    input.type('slug', 'x-');
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual(['x-']);
  });

  it('never takes a letter back when an older answer arrives', async () => {
    const { input, sent, answer, known } = core();
    input.type('slug', 'x');
    await vi.advanceTimersByTimeAsync(300);
    input.type('slug', 'xy');
    await answer();
    expect(known()).toBe('x');
    expect(input.values.slug).toBe('xy');
    await vi.advanceTimersByTimeAsync(300);
    await answer();
    expect(sent).toEqual(['x', 'xy']);
    expect(known()).toBe('xy');
  });

  it('sends what is typed before an act, and nothing twice', async () => {
    const { input, sent, answer } = core();
    input.type('slug', 'x');
    const settled = input.settle();
    await vi.advanceTimersByTimeAsync(0);
    await answer();
    await settled;
    await input.settle();
    expect(sent).toEqual(['x']);
    expect(input.typing).toBeNull();
  });

  it('keeps the text where the core did not take it', async () => {
    const input = new PendingInput(
      () => ({ port: '0' }),
      () => Promise.resolve(),
    );
    input.type('port', '70000');
    await input.settle();
    expect(input.values.port).toBe('70000');
  });
});
