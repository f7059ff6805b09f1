import { applyTheme, type Theme } from './theme';

const THEMES: readonly string[] = ['auto', 'light', 'dark', 'contrast'] satisfies Theme[];
const isTheme = (text: string | null): text is Theme => text !== null && THEMES.includes(text);

/** What is kept for the next time; the webview may refuse to keep anything, then it holds for this run. */
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
    // Not remembered then.
  }
}

const savedTheme = load('theme');
let theme = $state<Theme>(isTheme(savedTheme) ? savedTheme : 'auto');
let lessMotion = $state(load('motion') === 'less');
let stopFollowing = (): void => undefined;

/** How the window looks; a change is worn at once and remembered. */
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

/** Dresses the window as remembered. */
export function applySettings(): void {
  stopFollowing();
  stopFollowing = applyTheme(theme, lessMotion);
}
