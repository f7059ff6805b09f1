const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next (or, with -1, previous) area of the window: any element with `data-area`. Returns false if there is none. */
export function moveArea(by: 1 | -1): boolean {
  const areas = [...document.querySelectorAll<HTMLElement>('[data-area]')].filter((area) => area.offsetParent !== null);
  if (areas.length === 0) return false;
  const now = areas.findIndex((area) => area.contains(document.activeElement));
  const next = now < 0 ? (by === 1 ? 0 : areas.length - 1) : (now + by + areas.length) % areas.length;
  const area = areas[next];
  const start =
    area?.querySelector<HTMLElement>('[data-area-start], [aria-current="step"], [aria-current="true"]') ??
    area?.querySelector<HTMLElement>(FOCUSABLE);
  start?.focus();
  return start !== undefined && start !== null;
}
