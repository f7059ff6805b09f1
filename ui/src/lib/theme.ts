export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

/**
 * Applies a theme to the window. "auto" follows the system, including its preference for more contrast: WebKitGTK and
 * WKWebView have no forced colors, so that preference selects the contrast theme. Returns a function that stops
 * following the system.
 */
export function applyTheme(theme: Theme, lessMotion = false): () => void {
  const root = document.documentElement;
  const moreContrast = window.matchMedia('(prefers-contrast: more)');
  const apply = (): void => {
    root.dataset['theme'] = theme === 'auto' && moreContrast.matches ? 'contrast' : theme;
  };
  if (lessMotion) root.dataset['motion'] = 'less';
  else delete root.dataset['motion'];
  apply();
  moreContrast.addEventListener('change', apply);
  return () => moreContrast.removeEventListener('change', apply);
}
