/**
 * Lays the page out anew after the window's size has changed, until the returned function is called.
 *
 * WebKitGTK 2.50 keeps the heights of rows whose text wraps differently in the new width, so that lines cover each other
 * until something else changes. An inherited property that every line of text depends on makes it measure all of them;
 * the scroll positions and the focus stay.
 */
export function relayoutOnResize(of: Window): () => void {
  const { body } = of.document;
  const measure = (): void => {
    body.style.wordSpacing = '0.01px';
    // Reading a size makes the webview lay out at once, so that nothing of this is ever drawn.
    body.getBoundingClientRect();
    body.style.removeProperty('word-spacing');
  };
  of.addEventListener('resize', measure);
  return () => of.removeEventListener('resize', measure);
}
