/** The pause in typing after which the text is sent, in milliseconds. */
const DEBOUNCE_MS = 250;

/**
 * The values of a page's fields that were typed and not yet acknowledged by the core. The typed text takes precedence
 * over the view until the core has it, so that a late answer never overwrites a letter.
 */
export class PendingInput<T extends Record<string, string | boolean>> {
  readonly #synced: () => T;
  readonly #send: (values: T) => Promise<void>;
  #edits = $state.raw<Partial<T>>({});
  #typing = $state<keyof T | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();

  /** `synced` reads the values from the view, `send` sends all values to the core. */
  constructor(synced: () => T, send: (values: T) => Promise<void>) {
    this.#synced = synced;
    this.#send = send;
  }

  /** The values that the fields show. */
  get values(): T {
    return { ...this.#synced(), ...this.#edits };
  }

  /** The field that has unsent typing. Its value isn't validated until it is complete. */
  get typing(): keyof T | null {
    return this.#typing;
  }

  /** Records typed text and sends it after a pause. */
  type<K extends keyof T>(field: K, value: T[K]): void {
    this.#typing = field;
    this.#put(field, value);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), DEBOUNCE_MS);
  }

  /** Records a choice and sends it at once. */
  choose<K extends keyof T>(field: K, value: T[K]): Promise<void> {
    this.#put(field, value);
    return this.settle();
  }

  /** Records choices that belong together and sends them at once. */
  chooseAll(values: Partial<T>): Promise<void> {
    this.#edits = { ...this.#edits, ...values };
    return this.settle();
  }

  /** Sends everything that isn't sent yet, when a field loses the focus or an action starts. */
  settle(): Promise<void> {
    this.#typing = null;
    return this.#flush();
  }

  #put<K extends keyof T>(field: K, value: T[K]): void {
    this.#edits = { ...this.#edits, [field]: value };
  }

  #flush(): Promise<void> {
    clearTimeout(this.#timer);
    // The texts are sent one after the other: a later text must not arrive before an earlier one.
    this.#sending = this.#sending.then(async () => {
      const values = this.values;
      const synced = this.#synced();
      if (Object.keys(values).every((field) => values[field] === synced[field])) return;
      await this.#send(values);
      this.#dropSynced();
    });
    return this.#sending;
  }

  /** Drops the edits that the view has caught up with, so that a later change of the view is shown. */
  #dropSynced(): void {
    const synced = this.#synced();
    this.#edits = Object.fromEntries(
      Object.entries(this.#edits).filter(([field, value]) => synced[field] !== value),
    ) as Partial<T>;
  }
}
