import { commands, type DroppedFile } from './bindings';
import { ask, refresh } from './call';
import { navigate, type Route } from './navigation.svelte';

/** The page that shows what a dropped file was. A job file is shown above every page. */
const shownOn: Record<DroppedFile, Route | undefined> = { job: undefined, report: 'source-check', list: 'fleet' };

/** The most bytes of a file that are read: one more than the core takes, so that it sees that a file is too long. */
const MOST = 16 * 1024 * 1024 + 1;

/** The text of a dropped file, however long the file is. */
export const textOf = (file: File): Promise<string> => file.slice(0, MOST).text();

/** Reads the first of these files, shows what it is, and goes to the page for it. */
export async function openDroppedFile(files: FileList | undefined): Promise<void> {
  const file = files?.[0];
  if (file === undefined) return;
  const found = await ask(commands.fileDrop({ name: file.name, text: await textOf(file) }));
  await refresh();
  const route = found && shownOn[found];
  if (route) await navigate(route);
}

/** Takes files that are dropped anywhere on the window, until the returned function is called. */
export function takeDroppedFiles(window: Window): () => void {
  const allow = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    // A page with a place of its own for a file has taken it already.
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    void openDroppedFile(event.dataTransfer.files);
  };
  window.addEventListener('dragover', allow);
  window.addEventListener('drop', drop);
  return () => {
    window.removeEventListener('dragover', allow);
    window.removeEventListener('drop', drop);
  };
}
