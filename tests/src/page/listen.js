// Records everything that the core sends to the page from now on: results, errors and the messages of channels. All of
// them use a callback that Tauri stores in this map.
if (window.heard === undefined) {
  Object.defineProperty(window, 'heard', { value: [] });
  const callbacks = window.__TAURI_INTERNALS__.callbacks;
  const set = callbacks.set.bind(callbacks);
  const listening = (callback) => (data) => {
    window.heard.push(JSON.stringify(data) ?? String(data));
    return callback(data);
  };
  Object.defineProperty(callbacks, 'set', { value: (id, callback) => set(id, listening(callback)) });
}
