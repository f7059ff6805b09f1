import { commands, type PasteField, type SecretLocation } from '../../lib/bindings';
import { runAction } from '../../lib/actions';
import { call } from '../../lib/call';
import { app } from '../../lib/app-state.svelte';

/**
 * Sends pasted credentials to the core. The core keeps a rejected paste itself, so nothing is sent twice. Once both are
 * there, the core says that X is to be asked, and X is asked.
 */
export class CredentialsInput {
  /** The field whose text is being sent. */
  sending = $state<PasteField | null>(null);
  /** Where secrets are stored: in memory only after the admin has agreed to that. */
  #place: SecretLocation;

  constructor(place: SecretLocation) {
    this.#place = place;
  }

  /** Sends a pasted text. Returns whether the core received it, whether or not it accepted the text. */
  async submit(field: PasteField, text: string): Promise<boolean> {
    this.sending = field;
    await call(commands.credentialsEnter({ field, text, place: this.#place }));
    this.sending = null;
    this.#askIfDue();
    return app.failure === null && app.fault === null;
  }

  /** Accepts a rejected paste because the admin insists. */
  async useAnyway(field: PasteField): Promise<void> {
    await call(commands.credentialsUseAnyway({ field, place: this.#place }));
    this.#askIfDue();
  }

  /** Stores the same secret again, in the same location or in memory. */
  async storeAgain(place: SecretLocation): Promise<void> {
    this.#place = place;
    await this.useAnyway('clientSecret');
  }

  /** Moves values that were pasted into the wrong field to the right one. */
  async swapFields(): Promise<void> {
    await call(commands.credentialsPutRight({ place: this.#place }));
    this.#askIfDue();
  }

  #askIfDue(): void {
    if (app.view?.job?.credentials.due) void runAction('askX');
  }
}
