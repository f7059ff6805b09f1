/** Elements with text of their own, for which the webview's menu offers what people expect: cut, copy and paste. */
const EDITABLE = 'input:not([type="checkbox"], [type="radio"]), textarea, [contenteditable="true"]';

/**
 * Keeps the webview's context menu to text: a field, or a selection to copy. Elsewhere it would offer what a browser
 * does with a page, such as reloading it, which loses what was typed.
 */
export function onlyTextHasContextMenu(of: Document): () => void {
  const limit = (event: MouseEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const selection = of.getSelection();
    const selected =
      target !== null && selection?.isCollapsed === false && selection.getRangeAt(0).intersectsNode(target);
    if ((target?.closest(EDITABLE) ?? null) === null && !selected) event.preventDefault();
  };
  of.addEventListener('contextmenu', limit);
  return () => of.removeEventListener('contextmenu', limit);
}
