/**
 * Moves the focus from a blocked button to what is missing: the refused field, otherwise the question without an
 * answer, otherwise the first empty field, otherwise the first box that isn't ticked.
 */
export function focusMissing(): void {
  const main = document.getElementById('main');
  const fields = [...(main?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].filter(
    (field) => field.offsetParent !== null && !field.disabled,
  );
  const unanswered = (field: HTMLInputElement): boolean =>
    field.type === 'radio' && !fields.some((other) => other.name === field.name && other.checked);
  const unticked = (field: HTMLInputElement): boolean =>
    field.type === 'checkbox' && field.role !== 'switch' && !field.checked;
  const missing =
    fields.find((field) => field.getAttribute('aria-invalid') === 'true') ??
    fields.find(unanswered) ??
    fields.find((field) => field.value === '') ??
    fields.find(unticked) ??
    main?.querySelector('h1');
  missing?.focus();
  missing?.scrollIntoView({ block: 'nearest' });
}
