// Shows a state of the gallery, presses what opens a dialog, and measures it in each size. Without a measure it only shows
// it.
const [measure, shown, theme, sizes, pressed, done] = arguments;
const frame = document.querySelector('iframe');
const inner = frame.contentWindow;
const page = frame.contentDocument;
const drawn = () => new Promise((drawn) => inner.requestAnimationFrame(drawn));
const resize = async ([width, height]) => {
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  // A resize is announced before the next frame.
  void inner.innerWidth;
  await drawn();
  await drawn();
};
const soon = async (what, found) => {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const one = found();
    if (one) return one;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  throw new Error(`there is no ${what}`);
};
const press = async (name) => {
  const named = (one) => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(name);
  // An open menu comes first; a closed dialog has buttons that nobody sees. A page that is loading blocks its button.
  const all = () => {
    const items = [...page.querySelectorAll('[role="menuitem"]')];
    return items.length > 0 ? items : [...page.querySelectorAll('button:not(dialog:not([open]) *, [aria-disabled="true"])')];
  };
  (await soon(name, () => all().find(named))).click();
};

(async () => {
  // A modal dialog would stay above what is shown next.
  page.querySelector('dialog[open]')?.close();
  await resize(sizes[0]);
  page.documentElement.dataset.theme = theme;
  const errors = [];
  const caught = (event) => errors.push(`uncaught: ${event.message ?? event.reason}`);
  inner.addEventListener('error', caught);
  inner.addEventListener('unhandledrejection', caught);
  await inner.gallery.show(shown);
  await soon('heading', () => page.querySelector('h1, h2'));
  for (const name of pressed) await press(name);
  if (pressed.length > 0) await soon('dialog', () => page.querySelector('dialog[open]'));
  await drawn();
  inner.removeEventListener('error', caught);
  inner.removeEventListener('unhandledrejection', caught);
  // What was shown before the error would be measured in place of the state.
  if (errors.length > 0) return errors;
  if (measure === null) return [];
  const problems = [];
  for (const size of sizes) {
    await resize(size);
    for (const problem of inner.eval(measure)) problems.push(`${size.join('×')}: ${problem}`);
  }
  // Colors change no size, so one size is enough to see that none does. Showing the state again would cost more.
  if (pressed.length === 0) {
    page.documentElement.dataset.theme = 'dark';
    await resize(sizes[0]);
    for (const problem of inner.eval(measure)) problems.push(`dark, ${sizes[0].join('×')}: ${problem}`);
  }
  return problems;
})().then(done, (error) => done([`error: ${error}`]));
