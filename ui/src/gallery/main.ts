import '../styles/all.css';
import { mount, tick, unmount, type Component } from 'svelte';
import App from '../App.svelte';
import { app } from '../lib/app-state.svelte';
import { keyboard } from '../lib/keyboard';
import { panels } from '../lib/panels.svelte';
import { navigate, type Route } from '../lib/navigation.svelte';
import { settings } from '../lib/settings.svelte';
import type { Theme } from '../lib/theme';
import { cases, fake } from './fake';
import InFrame from './InFrame.svelte';
import Parts from './Parts.svelte';

// No part of the product: /gallery.html?theme=dark, ?view=frame&trace&why, ?view=app&case=start,
// ?view=app&case=first&place=practice

const components = { app: App, frame: InFrame, parts: Parts };

/** What the gallery shows: a state of the whole window, the frame alone, or the parts. */
type Example = { view: keyof typeof components; state?: string; place?: Route; trace?: boolean; why?: boolean };

let shown: Record<string, unknown> | undefined;
let stopKeys = (): void => undefined;

/** Shows this, and nothing of what was shown before. */
async function show({ view, state = 'first', place, trace = false, why = false }: Example): Promise<void> {
  if (shown !== undefined) await unmount(shown);
  stopKeys();
  Object.assign(app, { view: null, failure: null, fault: null, busy: false, runningAction: null });
  panels.trace = trace;
  panels.help = why;
  if (view === 'app') {
    fake(state);
    await navigate(place ?? placeOf(state));
  } else stopKeys = keyboard.listen(window);
  const target = document.getElementById('app');
  if (target === null) return;
  const component: Component = components[view];
  shown = mount(component, { target });
  await tick();
}

/** Where a state is shown, if not on the page of the open job. */
function placeOf(state: string): Route {
  const places = ['source-check', 'fleet', 'rotation'] as const;
  return places.find((place) => state.startsWith(`${place}-`)) ?? 'job';
}

/** Everything that the gallery can show, for the tests of the layout in the window's webview. */
const all: Example[] = [
  ...Object.keys(cases).map((state): Example => ({ view: 'app', state, place: placeOf(state) })),
  { view: 'app', state: 'first', place: 'practice' },
  { view: 'app', state: 'first', place: 'settings' },
  { view: 'app', state: 'practice', place: 'practice' },
  { view: 'app', state: 'stage', place: 'settings' },
  { view: 'app', state: 'push-review', trace: true },
  { view: 'app', state: 'push-review', why: true },
  { view: 'app', state: 'verify-fine', trace: true, why: true },
  { view: 'frame' },
  { view: 'frame', trace: true, why: true },
  { view: 'parts' },
];
Object.assign(window, { gallery: { all, show } });

const asked = new URLSearchParams(location.search);
settings.theme = (asked.get('theme') ?? 'auto') as Theme;
const view = asked.get('view') ?? 'parts';
await show({
  view: view in components ? (view as Example['view']) : 'parts',
  state: asked.get('case') ?? undefined,
  place: (asked.get('place') ?? undefined) as Route | undefined,
  trace: asked.has('trace'),
  why: asked.has('why'),
});
