// axe-core's violations on the page as it is now, as text.
const done = arguments[arguments.length - 1];
if (typeof window.axe !== 'object') return done('no axe-core');
const text = (violation) => {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}  ${node.html}\n    ${node.failureSummary.replace(/\n\s*/g, ' ')}`);
  return [`${violation.id} (${violation.impact}): ${violation.help}`, ...places].join('\n');
};
// Only violations are told, so nothing is gathered of the rest; no rule of these reads style sheets or media.
const SWIFT = { resultTypes: ['violations'], preload: false };
// A colour on its way to another is read by nobody: what ends is brought to its end, what turns for ever isn't. A change
// of style begins to move in the frame after it; a window that paints nothing has no frames, so they have a limit.
const frame = () => new Promise((resolve) => (requestAnimationFrame(resolve), setTimeout(resolve, 200)));
const settle = () =>
  document
    .getAnimations()
    .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    .forEach((one) => one.finish());
frame()
  .then(frame)
  .then(settle)
  .then(frame)
  .then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], ...SWIFT }))
  .then((result) => done(result.violations.map(text)), (error) => done([`axe-core failed: ${error}`]));
