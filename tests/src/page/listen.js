// Writes down everything that the core hands to the page from now on: answers, errors, and what channels carry. All of
// it goes through a callback that Tauri keeps in this map.
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
