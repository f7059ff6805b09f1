export type Theme = 'auto' | 'light' | 'dark' | 'contrast';

/**
 * Dresses the window. "auto" follows the system, its wish for more contrast too: WebKitGTK and WKWebView have no forced
 * colours, so that wish gets the contrast theme. Returns a function that stops following.
 */
export function wear(theme: Theme, lessMotion = false): () => void {
  const root = document.documentElement;
  const wish = window.matchMedia('(prefers-contrast: more)');
  const dress = (): void => {
    root.dataset['theme'] = theme === 'auto' && wish.matches ? 'contrast' : theme;
  };
  if (lessMotion) root.dataset['motion'] = 'less';
  else delete root.dataset['motion'];
  dress();
  wish.addEventListener('change', dress);
  return () => wish.removeEventListener('change', dress);
}
