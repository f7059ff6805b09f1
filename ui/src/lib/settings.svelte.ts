import { ask } from './call';
import { commands } from './bindings';
import { applyTheme, type Theme } from './theme';

const THEMES: readonly string[] = ['auto', 'light', 'dark', 'contrast'] satisfies Theme[];
const isTheme = (text: string | null): text is Theme => text !== null && THEMES.includes(text);

/** Reads a stored setting. If the webview refuses storage, settings are kept only for this run. */
function load(key: string): string | null {
  try {
    return localStorage.getItem(`sourcerer.${key}`);
  } catch {
    return null;
  }
}

function save(key: string, value: string): void {
  try {
    localStorage.setItem(`sourcerer.${key}`, value);
  } catch {
    // Without storage the setting isn't remembered.
  }
}

const savedTheme = load('theme');
let theme = $state<Theme>(isTheme(savedTheme) ? savedTheme : 'auto');
let lessMotion = $state(load('motion') === 'less');
/** The steps of the zoom, in percent. */
const ZOOMS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300];
const savedZoom = Number(load('zoom'));
let zoom = $state(ZOOMS.includes(savedZoom) ? savedZoom : 100);

/** Draws the whole window larger or smaller; the webview does it, so that the layout follows as on a smaller screen. */
const applyZoom = (): void => void ask(commands.appZoom({ percent: zoom }));

let stopFollowing = (): void => undefined;

/** The appearance of the window. A change takes effect at once and is stored. */
export const settings = {
  get theme(): Theme {
    return theme;
  },
  set theme(wanted: Theme) {
    theme = wanted;
    save('theme', wanted);
    applySettings();
  },
  get zoom(): number {
    return zoom;
  },
  /** The next larger (1) or smaller (-1) zoom, or the usual one (0). */
  changeZoom(by: 1 | -1 | 0): void {
    zoom = by === 0 ? 100 : (ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom);
    save('zoom', String(zoom));
    applyZoom();
  },
  get lessMotion(): boolean {
    return lessMotion;
  },
  set lessMotion(wanted: boolean) {
    lessMotion = wanted;
    save('motion', wanted ? 'less' : 'system');
    applySettings();
  },
};

/** Applies the stored settings to the window. */
export function applySettings(): void {
  stopFollowing();
  stopFollowing = applyTheme(theme, lessMotion);
}

/** Applies the stored zoom, once when the window opens. */
export function applySavedZoom(): void {
  if (zoom !== 100) applyZoom();
}
