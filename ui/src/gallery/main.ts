import '../styles/all.css';
import { mount, type Component } from 'svelte';
import App from '../App.svelte';
import { keyboard } from '../lib/keyboard';
import { panels } from '../lib/panels.svelte';
import { navigate, type Route } from '../lib/navigation.svelte';
import { settings } from '../lib/settings.svelte';
import type { Theme } from '../lib/theme';
import { fake } from './fake';
import InFrame from './InFrame.svelte';
import Parts from './Parts.svelte';

// Dev only: /gallery.html?theme=dark, ?view=frame&trace&why, ?view=app&case=start, ?view=app&case=first&place=practice
const asked = new URLSearchParams(location.search);
settings.theme = (asked.get('theme') ?? 'auto') as Theme;
panels.trace = asked.has('trace');
panels.help = asked.has('why');

const views: Record<string, Component> = { app: App, frame: InFrame };
const view = asked.get('view') ?? 'parts';
if (view === 'app') {
  fake(asked.get('case') ?? 'first');
  void navigate((asked.get('place') ?? 'job') as Route);
} else keyboard.listen(window);

const target = document.getElementById('app');
if (target !== null) mount(views[view] ?? Parts, { target });
