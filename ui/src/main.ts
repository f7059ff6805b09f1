import './styles/all.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { commands } from './lib/bindings';
import { ask } from './lib/call';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });

// For whoever measures the start; otherwise the core does nothing with it.
void ask(commands.appMark({ label: 'dcl' })).then((measured) => {
  if (measured !== true) return;
  requestAnimationFrame(() => requestAnimationFrame(() => void ask(commands.appMark({ label: 'raf2' }))));
});
