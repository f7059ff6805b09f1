/**
 * The locale of this machine, as the webview reports it. WebKitGTK may report "C" or "POSIX", which
 * Intl refuses.
 */
export function locale(wanted: readonly string[] = navigator.languages): string {
  for (const tag of wanted) {
    try {
      const [found] = Intl.DateTimeFormat.supportedLocalesOf(tag);
      if (found !== undefined) return found;
    } catch {
      // This isn't a language tag: the next one is tried.
    }
  }
  return 'en';
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Local time, 24 h, with seconds, because people compare it with logs. */
export function time(when: Date): string {
  return `${twoDigits(when.getHours())}:${twoDigits(when.getMinutes())}:${twoDigits(when.getSeconds())}`;
}

/** Local time, 24 h, without seconds. */
export function clock(when: Date): string {
  return `${twoDigits(when.getHours())}:${twoDigits(when.getMinutes())}`;
}

/** Local time with milliseconds, for the request log. */
export function timeWithMillis(when: Date): string {
  return `${time(when)}.${String(when.getMilliseconds()).padStart(3, '0')}`;
}

/** A day such as "Nov 9", and "Nov 9, 2025" if its year isn't that of `now`. */
export function day(when: Date, now: Date): string {
  const far = when.getFullYear() !== now.getFullYear();
  return new Intl.DateTimeFormat('en-US', {
    day: 'numeric',
    month: 'short',
    ...(far && { year: 'numeric' }),
  }).format(when);
}

/** Whether both times are on the same day of this machine's calendar. */
export function sameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString();
}

/** A measured duration: "61 ms", "0.41 s", "11.4 s", "1 min 28 s". */
export function duration(milliseconds: number): string {
  const ms = Math.max(0, Math.round(milliseconds));
  if (ms < 100) return `${ms} ms`;
  if (ms < 995) return `${(ms / 1000).toFixed(2)} s`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** The rest of a wait: "3:32". */
export function countdown(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(left / 60)}:${twoDigits(left % 60)}`;
}
