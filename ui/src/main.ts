import './styles/all.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { commands } from './lib/bindings';
import { ask } from './lib/call';

const target = document.getElementById('app');
if (target !== null) mount(App, { target });

// Marks for measuring the startup time. The core ignores them unless a measurement runs.
void ask(commands.appMark({ label: 'dcl' })).then((measured) => {
  if (measured !== true) return;
  requestAnimationFrame(() => requestAnimationFrame(() => void ask(commands.appMark({ label: 'raf2' }))));
});
