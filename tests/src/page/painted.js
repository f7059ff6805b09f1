// Answers when what the page is now has been painted: the second frame begins after the first one was.
const done = arguments[arguments.length - 1];
requestAnimationFrame(() => requestAnimationFrame(() => done(null)));
