import { commands, type Insist, type PasteField, type Place } from '../../lib/bindings';
import { call } from '../../lib/call';
import { app } from '../../lib/job.svelte';

type Held = { field: PasteField; text: string };

/** What is on its way to the core. What it didn't take is held, so that it can be offered again. */
export class Entry {
  /** The field whose text is on its way. */
  sending = $state<PasteField | null>(null);
  /** What wasn't taken: it looks like something else, or the keyring refused it. */
  held = $state.raw<Held | null>(null);
  /** Where secrets go: into memory only after the admin has agreed to it. */
  #place: Place;

  constructor(place: Place) {
    this.#place = place;
  }

  async enter(field: PasteField, text: string, insist: Insist = 'no'): Promise<void> {
    this.sending = field;
    await call(commands.credentialsEnter({ field, text, place: this.#place, insist }));
    this.sending = null;
    this.held = text !== '' && wasRefused(field, insist) ? { field, text } : null;
  }

  /** The admin knows better. */
  async insist(): Promise<void> {
    if (this.held !== null) await this.enter(this.held.field, this.held.text, 'yes');
  }

  /** The same once more, in the same place or in memory. */
  async again(place?: Place): Promise<void> {
    if (place !== undefined) this.#place = place;
    if (this.held !== null) await this.enter(this.held.field, this.held.text, 'yes');
  }
}

function wasRefused(field: PasteField, insist: Insist): boolean {
  const page = app.view?.job?.credentials;
  if (page === undefined || app.failure !== null || app.fault !== null || page.keyring !== null) return true;
  const recognised = field === 'clientId' ? page.idRecognised : page.secretRecognised;
  return insist === 'no' && recognised?.verdict === 'wrong';
}
