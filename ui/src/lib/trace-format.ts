import type { Exchange, Message } from './bindings';
import type { Tone } from '../parts/tone';
import type { TraceLine } from '../parts/trace';
import { duration, timeWithMillis } from './format';
import { message, formatMessage, t } from './i18n';

export type TraceGroup = { title: Message; lines: TraceLine[] };

/** The exchanges that contain `filter`, grouped by stage; the stage with the newest exchange comes first. */
export function traceGroups(exchanges: readonly Exchange[], filter: string): TraceGroup[] {
  const wanted = filter.trim().toLowerCase();
  const found = new Map<string, Exchange[]>();
  for (const exchange of exchanges.toSorted((one, other) => other.id - one.id)) {
    if (wanted !== '' && !exchangeText(exchange).toLowerCase().includes(wanted)) continue;
    const group = found.get(exchange.stage) ?? [];
    group.unshift(exchange);
    found.set(exchange.stage, group);
  }
  return [...found.values()].map((group) => ({
    title: message(`stage-${group[0]?.stage ?? 'server'}`),
    lines: group.map(traceLine),
  }));
}

/** One exchange in the form of the detail view next to the list. */
export function traceDetails(exchange: Exchange): {
  title: string;
  detail: string;
  text: string;
  curl: string | undefined;
} {
  const took = exchange.kind === 'sent' ? [duration(exchange.millis)] : [];
  return {
    title: `${methodLabel(exchange)} ${shortUrl(exchange.url)}`,
    detail: [timeWithMillis(new Date(exchange.at)), ...took].join(' · '),
    text: exchangeText(exchange),
    curl: exchange.curl ?? undefined,
  };
}

function traceLine(exchange: Exchange): TraceLine {
  return {
    id: String(exchange.id),
    method: methodLabel(exchange),
    where: shortUrl(exchange.url),
    status: exchange.status === null ? '–' : String(exchange.status),
    tone: statusTone(exchange),
  };
}

function methodLabel({ kind, method }: Exchange): string {
  if (kind === 'opened') return t('page-shell-sent-opened');
  return kind === 'received' ? t('page-shell-sent-received') : method;
}

function statusTone({ status, fault }: Exchange): Tone {
  if (fault !== null) return 'bad';
  if (status === null) return 'idle';
  if (status < 400) return 'ok';
  // Some requests are expected to be refused, so a 4xx isn't an error by itself.
  return status < 500 ? 'warn' : 'bad';
}

/** Host and path, short enough for the list: the beginning of authentik's API paths is left out. */
export function shortUrl(url: string): string {
  const [, rest = url] = /^[a-z]+:\/\/([^?#]*)/i.exec(url) ?? [];
  return rest.replace(/^.*?\/api\/v3\//, '…/');
}

/** The exchange as it was transferred, without its secrets. */
function exchangeText(exchange: Exchange): string {
  const { method, url, requestHeaders, requestBody, status, responseHeaders, responseBody, fault } = exchange;
  const headers = (rows: readonly [string, string][]): string[] => rows.map(([name, value]) => `${name}: ${value}`);
  const part = (head: string, rows: readonly [string, string][], body: string | null): string =>
    [head, ...headers(rows), ...(body === null || body === '' ? [] : ['', body])].join('\n');
  const request = part(`${method} ${url}`, requestHeaders, requestBody);
  if (status !== null) return `${request}\n\n${part(String(status), responseHeaders, responseBody)}`;
  if (fault !== null) return `${request}\n\n${formatMessage(fault.title)}`;
  return `${request}\n\n${t(exchange.kind === 'opened' ? 'page-shell-sent-browser' : 'page-shell-sent-unanswered')}`;
}
