/**
 * An input drops line breaks, and with them the border between two values copied at once: such a paste is taken as it
 * was copied. Anything else takes its usual way.
 */
export function takeMultilinePaste(event: ClipboardEvent, take: (text: string) => void): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  event.stopPropagation();
  take(text);
}
