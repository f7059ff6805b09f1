// axe-core's violations on the page as it is now, as text.
const done = arguments[arguments.length - 1];
const text = (violation) => {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}  ${node.html}\n    ${node.failureSummary.replace(/\n\s*/g, ' ')}`);
  return [`${violation.id} (${violation.impact}): ${violation.help}`, ...places].join('\n');
};
// A colour on its way to another is read by nobody: what ends is waited for, what turns for ever isn't. In WebKitGTK
// an end was seen that never came, so there is a limit; nothing of ours moves for as long.
const still = new Promise((resolve) => setTimeout(resolve, 2000));
const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
Promise.race([still, Promise.allSettled(moving.map((one) => one.finished))])
  .then(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
  .then((result) => done(result.violations.map(text)), (error) => done([`axe-core failed: ${error}`]));
