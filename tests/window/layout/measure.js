// What is wrong with the layout of this document, one line each. Runs inside the frame that shows a state.
//
// Text and controls are the leaves: each must lie inside of everything that it belongs to, must not be cut off, and must
// not cover another one. What may be scrolled to is visible; what floats may cover the page, but not the window's edge.
(() => {
  const SLACK = 1.5;
  const problems = new Set();
  const root = document.documentElement;

  // Each is asked for many elements and for all that is around them.
  const once = (read) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, read(element));
      return known.get(element);
    };
  };
  // WebKit says of the content of a closed <details> that it is visible.
  const folded = 'details:not([open]) > :not(summary), details:not([open]) > :not(summary) *';
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.matches(folded) && element.closest('.sr, [hidden]') === null;
  const box = once((element) => element.getBoundingClientRect());
  const words = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 48);
  const name = (element) => {
    const text = words(element.getAttribute('aria-label') ?? element.textContent ?? '');
    const kind = element.className && typeof element.className === 'string' ? `.${element.className.split(/\s+/)[0]}` : '';
    return `${element.tagName.toLowerCase()}${kind}${text ? ` “${text}”` : ''}`;
  };
  const style = once((element) => {
    const { position, display, overflowX, overflowY, textOverflow, borderTopWidth, borderBottomWidth } =
      getComputedStyle(element);
    const edged = parseFloat(borderTopWidth) > 0 && parseFloat(borderBottomWidth) > 0;
    return { position, display, overflowX, overflowY, textOverflow, edged };
  });
  const scrolls = (value) => value === 'auto' || value === 'scroll';
  const floats = (element) => {
    const { position } = style(element);
    return position === 'fixed' || position === 'absolute' || position === 'sticky';
  };

  const modal = document.querySelector('dialog[open]');
  const scope = modal ?? document.body;
  const all = [...scope.querySelectorAll('*')].filter((one) => !(one instanceof SVGElement) && shown(one));

  // The page is never wider than the window.
  if (root.scrollWidth > root.clientWidth) problems.add(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);

  for (const element of modal ? [modal, ...all] : all) {
    const { overflowX, overflowY, textOverflow } = style(element);
    // Only what is marked as such scrolls sideways: code, tables and lines of bytes.
    if (element.matches('input, textarea')) continue;
    if (scrolls(overflowX) && element.scrollWidth > element.clientWidth + SLACK && !element.closest('[data-sideways]')) {
      problems.add(`${name(element)} scrolls sideways by ${element.scrollWidth - element.clientWidth} px`);
    }
    // What is cut off must say so with an ellipsis, and be readable elsewhere.
    const clips = (value) => value === 'hidden' || value === 'clip';
    const short = textOverflow === 'ellipsis' && element.title !== '';
    if (clips(overflowX) && element.scrollWidth > element.clientWidth + SLACK && !short) {
      problems.add(`${name(element)} is cut at the side by ${element.scrollWidth - element.clientWidth} px`);
    }
    const whole = element.matches('.frame');
    if (clips(overflowY) && element.scrollHeight > element.clientHeight + SLACK && !whole && !short) {
      problems.add(`${name(element)} is cut below by ${element.scrollHeight - element.clientHeight} px`);
    }
  }

  // The leaves, and where each is drawn.
  const leaves = [];
  for (const element of all) {
    if (element.matches('button, input, select, textarea, progress')) {
      // A quiet button has no edge: its text is in line with what is above it, and its ground reaches further.
      const { left, top, width, height } = box(element);
      const inset = element.matches('.quiet') ? 9 : 0;
      const rect = new DOMRect(left + inset, top, width - 2 * inset, height);
      leaves.push({ element, rects: [rect], control: true });
    }
    for (const node of element.childNodes) {
      if (node.nodeType !== Node.TEXT_NODE || node.data.trim() === '') continue;
      if (element.matches('option, textarea, button')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      leaves.push({ element, text: words(node.data), rects: [...range.getClientRects()] });
    }
  }
  const say = ({ element, text }) => (text ? `“${text}”` : name(element));

  for (const leaf of leaves) {
    for (let around = leaf.element; around !== scope.parentElement; around = around.parentElement) {
      const drawn = style(around);
      if (drawn.display === 'inline' || drawn.display === 'contents') continue;
      // Cut with an ellipsis: the loop above judges that.
      if (drawn.textOverflow === 'ellipsis') break;
      if (around.closest('[data-sideways]') !== null) break;
      const outer = box(around);
      const over = leaf.rects.map((one) => Math.max(outer.left - one.left, one.right - outer.right));
      const worst = Math.max(...over);
      if (worst > SLACK) {
        problems.add(`${say(leaf)} leaves ${name(around).slice(0, 40)} by ${worst.toFixed(0)} px`);
        break;
      }
      // Above and below, only boxes with an edge or a ground of their own have a place that can be left.
      if (drawn.edged && !scrolls(drawn.overflowY)) {
        const deep = Math.max(...leaf.rects.map((one) => Math.max(outer.top - one.top, one.bottom - outer.bottom)));
        if (deep > 3) problems.add(`${say(leaf)} leaves ${name(around).slice(0, 40)} below by ${deep.toFixed(0)} px`);
      }
      // What scrolls or floats has its own place.
      if (scrolls(drawn.overflowX) || floats(around)) break;
    }
    if (!leaf.control && Math.max(...leaf.rects.map((one) => one.width)) < 24 && leaf.rects.length > 2) {
      problems.add(`${say(leaf)} is squeezed into ${leaf.rects.length} lines`);
    }
  }

  // Nothing covers anything else. What floats is compared only with what floats in the same place.
  const place = (element) => {
    for (let one = element; one !== null && one !== scope; one = one.parentElement) {
      if (floats(one) || one.matches('main, footer, nav, aside, header')) return one;
    }
    return scope;
  };
  // The part of a box that isn't scrolled out of view.
  const window_ = once((element) => {
    let seen = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };
    for (let one = element; one !== null && one !== root; one = one.parentElement) {
      const { overflowX, overflowY } = style(one);
      const cuts = scrolls(overflowY) || overflowX === 'hidden' || overflowX === 'clip';
      if (!cuts || one.matches('main, dialog')) continue;
      const { left, right, top, bottom } = box(one);
      seen = { left: Math.max(seen.left, left), right: Math.min(seen.right, right), top: Math.max(seen.top, top), bottom: Math.min(seen.bottom, bottom) };
    }
    return seen;
  });
  const flat = leaves.flatMap((leaf) => {
    const where = place(leaf.element);
    const seen = window_(leaf.element);
    return leaf.rects.flatMap((rect) => {
      const [left, right] = [Math.max(rect.left, seen.left), Math.min(rect.right, seen.right)];
      const [top, bottom] = [Math.max(rect.top, seen.top), Math.min(rect.bottom, seen.bottom)];
      return right > left && bottom > top ? [{ leaf, where, rect: { left, right, top, bottom } }] : [];
    });
  });
  flat.sort((one, other) => one.rect.top - other.rect.top);
  for (let at = 0; at < flat.length; at += 1) {
    const one = flat[at];
    for (let next = at + 1; next < flat.length && flat[next].rect.top < one.rect.bottom - 2; next += 1) {
      const other = flat[next];
      if (one.where !== other.where) continue;
      const [first, second] = [one.leaf.element, other.leaf.element];
      if (first === second || first.contains(second) || second.contains(first)) continue;
      const wide = Math.min(one.rect.right, other.rect.right) - Math.max(one.rect.left, other.rect.left);
      const high = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (wide > 2 && high > 4) problems.add(`${say(one.leaf)} and ${say(other.leaf)} overlap by ${wide.toFixed(0)} × ${high.toFixed(0)} px`);
    }
  }

  // A button is as high as its text and its padding, and as wide as it says.
  for (const button of all.filter((one) => one.matches('button.button'))) {
    const lines = [...button.querySelectorAll('*')].reduce((most, one) => Math.max(most, box(one).height), 0);
    if (box(button).height > lines + 30) problems.add(`${name(button)} is ${box(button).height.toFixed(0)} px high`);
  }

  // What can't be used says why: beside it, and to a screen reader.
  for (const disabled of all.filter((one) => one.matches('[aria-disabled="true"], :disabled'))) {
    if (disabled.matches('fieldset, option')) continue;
    const group = disabled.closest('[aria-describedby]');
    const ids = (group?.getAttribute('aria-describedby') ?? '').split(' ');
    const reason = ids.map((id) => document.getElementById(id)?.textContent.trim() ?? '').join('');
    if (reason === '') problems.add(`${name(disabled)} can't be used and gives no reason`);
  }

  if (modal !== null) {
    const { top, left, right, bottom, height } = box(modal);
    if (top < 0 || left < 0 || right > innerWidth + SLACK || bottom > innerHeight + SLACK) {
      problems.add(`the dialog leaves the window`);
    }
    // Its height without a limit is the height of its content.
    const before = modal.style.cssText;
    modal.style.setProperty('max-height', 'none');
    modal.style.setProperty('height', 'min-content');
    modal.style.setProperty('align-content', 'start');
    const content = box(modal).height;
    modal.style.cssText = before;
    if (height > content + SLACK) problems.add(`the dialog is ${(height - content).toFixed(0)} px taller than its content`);
    const safe = modal.querySelector('.actions');
    if (safe !== null && box(safe).bottom > innerHeight + SLACK) problems.add('the buttons of the dialog are out of view');
  } else {
    // The filled button is always in view: the bar never leaves the window.
    const filled = document.querySelector('[data-filled]');
    if (filled !== null && innerHeight >= 420 && innerWidth > 400) {
      const { left, right, bottom } = box(filled);
      if (left < 0 || right > innerWidth || bottom > innerHeight) problems.add(`${name(filled)} is out of view`);
    }
  }
  return [...problems];
})()
