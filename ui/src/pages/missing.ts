/** Leads from a button that can't go to what is missing: the field that is refused, else the first that is empty. */
export function leadToMissing(): void {
  const main = document.getElementById('main');
  const fields = [...(main?.querySelectorAll<HTMLInputElement>('input, textarea') ?? [])].filter(
    (field) => field.offsetParent !== null,
  );
  const missing =
    fields.find((field) => field.getAttribute('aria-invalid') === 'true') ??
    fields.find((field) => field.value === '') ??
    main?.querySelector<HTMLElement>('input[type="checkbox"]:not(:checked), [data-missing], h1');
  missing?.focus();
  missing?.scrollIntoView({ block: 'nearest' });
}
