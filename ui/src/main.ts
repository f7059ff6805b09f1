import './styles/all.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { commands } from './lib/bindings';
import { ask, refresh } from './lib/call';
import { startsPractice } from './lib/launch';

/** How long the first frame waits for the first view. After that, the page says that it is starting. */
const PATIENCE = 200;

/** Draws the page, with its first view if that is there in time: everything else would be laid out and painted twice. */
async function draw(): Promise<void> {
  if (!startsPractice()) await Promise.race([refresh(), new Promise((late) => setTimeout(late, PATIENCE))]);
  const target = document.getElementById('app');
  if (target !== null) mount(App, { target });

  // Marks for measuring the startup time. The core ignores them unless a measurement runs.
  if ((await ask(commands.appMark({ label: 'dcl' }))) !== true) return;
  requestAnimationFrame(() => requestAnimationFrame(() => void ask(commands.appMark({ label: 'raf2' }))));
}

void draw();
