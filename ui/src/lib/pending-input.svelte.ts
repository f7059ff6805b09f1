/** Typed text is sent when the hand rests this long, in milliseconds. */
const RESTS = 250;

/**
 * What a page's fields hold between being typed and being known: the person's own text wins over the view until the
 * core has it, so that an answer on its way never takes a letter back.
 */
export class Entered<T extends Record<string, string | boolean>> {
  readonly #known: () => T;
  readonly #send: (all: T) => Promise<void>;
  #own = $state.raw<Partial<T>>({});
  #typing = $state<keyof T | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  /** `known` reads the view, `send` hands everything to the core. */
  constructor(known: () => T, send: (all: T) => Promise<void>) {
    this.#known = known;
    this.#send = send;
  }

  /** What the fields show. */
  get all(): T {
    return { ...this.#known(), ...this.#own };
  }

  /** The field in which somebody types: a half-typed value isn't wrong yet. */
  get typing(): keyof T | null {
    return this.#typing;
  }

  /** A letter was typed: sent once the hand rests. */
  type<K extends keyof T>(field: K, value: T[K]): void {
    this.#typing = field;
    this.#put(field, value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), RESTS);
  }

  /** Something was chosen: sent at once. */
  choose<K extends keyof T>(field: K, value: T[K]): Promise<void> {
    this.#put(field, value);
    return this.settle();
  }

  /** The field was left, or an act comes: whatever isn't known yet is sent. */
  settle(): Promise<void> {
    this.#typing = null;
    return this.#flush();
  }

  #put<K extends keyof T>(field: K, value: T[K]): void {
    this.#own = { ...this.#own, [field]: value };
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    // One after the other: a later text must not arrive before an earlier one.
    this.#sending = this.#sending.then(async () => {
      const all = this.all;
      const known = this.#known();
      if (Object.keys(all).every((field) => all[field] === known[field])) return;
      await this.#send(all);
      this.#letGo();
    });
    return this.#sending;
  }

  /** What the view says as well needn't be held here: a later change of the view then shows. */
  #letGo(): void {
    const known = this.#known();
    this.#own = Object.fromEntries(
      Object.entries(this.#own).filter(([field, value]) => known[field] !== value),
    ) as Partial<T>;
  }
}
