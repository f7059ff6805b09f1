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
