import { copyText } from './clipboard';
import { toast } from './toast.svelte';
import { message } from './i18n';

/** How long a button says "Copied". */
const CONFIRMATION_MS = 2000;

/** The state of one copy button: `copied` is true for two seconds after a copy. */
export class CopyState {
  copied = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async copy(text: string): Promise<void> {
    if (await copyText(text)) this.markCopied();
    else toast(message('shell-copy-failed'), 'bad');
  }

  /** Marks the text as copied when the browser's own copy event did it. */
  markCopied(): void {
    clearTimeout(this.#timer);
    this.copied = true;
    this.#timer = setTimeout(() => {
      this.copied = false;
    }, CONFIRMATION_MS);
  }
}
