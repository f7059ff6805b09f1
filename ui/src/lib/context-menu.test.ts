import { afterEach, describe, expect, it } from 'vitest';
import { onlyTextHasContextMenu } from './context-menu';

const shown = (element: Element): boolean =>
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));

describe('the context menu', () => {
  let stop = (): void => undefined;
  afterEach(() => stop());

  it('is there for a field, and not for a button or the page', () => {
    document.body.innerHTML =
      '<p>Text</p><button>Push</button><input><textarea></textarea><input type="checkbox"><div contenteditable="true"></div>';
    stop = onlyTextHasContextMenu(document);
    const all = [...document.body.children].map((one) => [one.localName, shown(one)]);
    expect(all).toEqual([
      ['p', false],
      ['button', false],
      ['input', true],
      ['textarea', true],
      ['input', false],
      ['div', true],
    ]);
  });

  it('is there for a selection that can be copied', () => {
    document.body.innerHTML = '<p>One</p><p>Two</p>';
    stop = onlyTextHasContextMenu(document);
    const [one, two] = document.querySelectorAll('p');
    if (one === undefined || two === undefined) throw new Error('no text');
    getSelection()?.selectAllChildren(one);
    expect(shown(one)).toBe(true);
    expect(shown(two)).toBe(false);
  });
});
