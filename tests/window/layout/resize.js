// Gives the shown state this theme and size, and waits until it is drawn.
const [theme, width, height, done] = arguments;
const frame = document.querySelector('iframe');
const inner = frame.contentWindow;
const drawn = () => new Promise((drawn) => inner.requestAnimationFrame(drawn));

(async () => {
  frame.contentDocument.documentElement.dataset.theme = theme;
  frame.style.width = `${width}px`;
  frame.style.height = `${height}px`;
  void inner.innerWidth;
  await drawn();
  await drawn();
  // Colors change by transitions.
  for (const one of frame.contentDocument.getAnimations()) {
    if (one.effect?.getComputedTiming().iterations !== Infinity) one.finish();
  }
  await drawn();
})().then(
  () => done(null),
  (error) => done(`error: ${error}`),
);
