// Returns axe-core's violations on the current page, as text.
const done = arguments[arguments.length - 1];
if (typeof window.axe !== 'object') return done('no axe-core');
const text = (violation) => {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}  ${node.html}\n    ${node.failureSummary.replace(/\n\s*/g, ' ')}`);
  return [`${violation.id} (${violation.impact}): ${violation.help}`, ...places].join('\n');
};
// Only violations are reported, so the other results aren't collected. None of these rules reads style sheets or media.
const SWIFT = { resultTypes: ['violations'], preload: false };
// A color in a transition isn't what a person reads, so finite animations are finished first, and endless ones aren't.
// A change of style starts its transition in the next frame. A window that paints nothing has no frames, so the wait
// has a limit.
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
