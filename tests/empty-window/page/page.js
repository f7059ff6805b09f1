// The same marks as those of the product's page, at the same moments.
const mark = (label) => window.__TAURI_INTERNALS__.invoke('mark', { label });
document.addEventListener('DOMContentLoaded', () => {
  mark('dcl');
  requestAnimationFrame(() => requestAnimationFrame(() => mark('raf2')));
});
