import type { Component } from 'svelte';

/**
 * A component that is loaded when it is drawn for the first time, so that the window's first frame needs no code of
 * pages that aren't shown.
 */
export class LazyComponent<Props extends Record<string, unknown>> {
  readonly #load: () => Promise<{ default: Component<Props> }>;
  #loading: Promise<void> | null = null;
  #component = $state.raw<Component<Props> | null>(null);

  constructor(load: () => Promise<{ default: Component<Props> }>) {
    this.#load = load;
  }

  /** The component, or null until it is loaded. */
  get component(): Component<Props> | null {
    if (this.#component === null) void this.load();
    return this.#component;
  }

  /** Loads the component, unless it is loaded or being loaded. */
  load(): Promise<void> {
    this.#loading ??= this.#load().then((module) => {
      this.#component = module.default;
    });
    return this.#loading;
  }
}
