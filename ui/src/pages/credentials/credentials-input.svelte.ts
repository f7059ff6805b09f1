import { commands, type PasteField, type Place } from '../../lib/bindings';
import { call } from '../../lib/call';
import { app } from '../../lib/app-state.svelte';

/** What is on its way to the core. What the core doesn't take, it sets aside itself: nothing is sent twice. */
export class CredentialsInput {
  /** The field whose text is on its way. */
  sending = $state<PasteField | null>(null);
  /** Where secrets go: into memory only after the admin has agreed to it. */
  #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Whether the core got it, whatever it made of it. */
  async submit(field: PasteField, text: string): Promise<boolean> {
    this.sending = field;
    await call(commands.credentialsEnter({ field, text, place: this.#place }));
    this.sending = null;
    return app.failure === null && app.fault === null;
  }

  /** The admin knows better. */
  async useAnyway(field: PasteField): Promise<void> {
    await call(commands.credentialsUseAnyway({ field, place: this.#place }));
  }

  /** The same secret once more, in the same place or in memory. */
  async storeAgain(place: Place): Promise<void> {
    this.#place = place;
    await this.useAnyway('clientSecret');
  }

  /** What stands in the wrong field goes into the right one. */
  async swapFields(): Promise<void> {
    await call(commands.credentialsPutRight({ place: this.#place }));
  }
}
