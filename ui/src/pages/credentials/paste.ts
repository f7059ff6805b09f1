/**
 * An input removes line breaks, and with them the separator of two values that were copied at once. Such a paste is
 * handled here as it was copied; any other one is left to the input.
 */
export function takeMultilinePaste(event: ClipboardEvent, take: (text: string) => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  event.stopPropagation();
  take(text);
}
