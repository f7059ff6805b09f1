import { copyText } from './clipboard';
import { toast } from './toast.svelte';
import { message } from './i18n';

/** How long a button says "Copied". */
const SAYS_SO = 2000;

/** One thing that can be copied: `done` for two seconds afterwards. */
export class Copying {
  done = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  async copy(text: string): Promise<void> {
    if (await copyText(text)) this.say();
    else toast(message('shell-copy-failed'), 'bad');
  }

  /** Copied by other means: the browser's own copy event. */
  say(): void {
    clearTimeout(this.#timer);
    this.done = true;
    this.#timer = setTimeout(() => {
      this.done = false;
    }, SAYS_SO);
  }
}
