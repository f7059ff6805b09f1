// Loads the gallery into the frame, and returns everything that it can show.
const done = arguments[arguments.length - 1];
const frame = document.querySelector('iframe');
const ready = async () => {
  const { gallery } = frame.contentWindow;
  if (gallery === undefined) return setTimeout(ready, 20);
  await frame.contentDocument.fonts.ready;
  done(gallery.all);
};
frame.onload = ready;
frame.src = '/gallery.html?view=app&case=first';
