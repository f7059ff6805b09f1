// Returns when the current state of the page has been painted: the second frame begins after the first one is painted.
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done(null)));
