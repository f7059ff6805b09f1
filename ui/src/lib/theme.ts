export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

/**
 * Dresses the window. "auto" follows the system, its wish for more contrast too: WebKitGTK and WKWebView have no forced
 * colours, so that wish gets the contrast theme. Returns a function that stops following.
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
