/** Typed text is sent when the hand rests this long, in milliseconds. */
const DEBOUNCE_MS = 250;

/**
 * What a page's fields hold between being typed and being known: the person's own text wins over the view until the
 * core has it, so that an answer on its way never takes a letter back.
 */
export class PendingInput<T extends Record<string, string | boolean>> {
  readonly #synced: () => T;
  readonly #send: (values: T) => Promise<void>;
  #edits = $state.raw<Partial<T>>({});
  #typing = $state<keyof T | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  /** `known` reads the view, `send` hands everything to the core. */
  constructor(synced: () => T, send: (values: T) => Promise<void>) {
    this.#synced = synced;
    this.#send = send;
  }

  /** What the fields show. */
  get values(): T {
    return { ...this.#synced(), ...this.#edits };
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
    this.#timer = setTimeout(() => void this.#flush(), DEBOUNCE_MS);
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
    this.#edits = { ...this.#edits, [field]: value };
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    // One after the other: a later text must not arrive before an earlier one.
    this.#sending = this.#sending.then(async () => {
      const values = this.values;
      const synced = this.#synced();
      if (Object.keys(values).every((field) => values[field] === synced[field])) return;
      await this.#send(values);
      this.#dropSynced();
    });
    return this.#sending;
  }

  /** What the view says as well needn't be held here: a later change of the view then shows. */
  #dropSynced(): void {
    const synced = this.#synced();
    this.#edits = Object.fromEntries(
      Object.entries(this.#edits).filter(([field, value]) => synced[field] !== value),
    ) as Partial<T>;
  }
}
