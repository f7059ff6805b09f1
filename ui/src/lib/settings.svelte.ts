import { wear, type Theme } from './theme';

const THEMES: readonly string[] = ['auto', 'light', 'dark', 'contrast'] satisfies Theme[];
const isTheme = (text: string | null): text is Theme => text !== null && THEMES.includes(text);

/** What is kept for the next time; the webview may refuse to keep anything, then it holds for this run. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(`sourcerer.${key}`);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`sourcerer.${key}`, value);
  } catch {
    // Not remembered then.
  }
}

const before = kept('theme');
let theme = $state<Theme>(isTheme(before) ? before : 'auto');
let lessMotion = $state(kept('motion') === 'less');
let undress = (): void => undefined;

/** How the window looks; a change is worn at once and remembered. */
export const settings = {
  get theme(): Theme {
    return theme;
  },
  set theme(wanted: Theme) {
    theme = wanted;
    keep('theme', wanted);
    dress();
  },
  get lessMotion(): boolean {
    return lessMotion;
  },
  set lessMotion(wanted: boolean) {
    lessMotion = wanted;
    keep('motion', wanted ? 'less' : 'system');
    dress();
  },
};

/** Dresses the window as remembered. */
export function dress(): void {
  undress();
  undress = wear(theme, lessMotion);
}
