import type { Exchange, Message } from './bindings';
import type { Tone } from '../parts/tone';
import type { TraceLine } from '../parts/trace';
import { duration, exactly } from './format';
import { message, say, t } from './i18n';

export type Group = { title: Message; lines: TraceLine[] };

/** The exchanges in which `filter` occurs, by stage: the stage that sent last stands first. */
export function groups(exchanges: readonly Exchange[], filter: string): Group[] {
  const wanted = filter.trim().toLowerCase();
  const found = new Map<string, Exchange[]>();
  for (const exchange of exchanges.toSorted((one, other) => other.id - one.id)) {
    if (wanted !== '' && !text(exchange).toLowerCase().includes(wanted)) continue;
    const group = found.get(exchange.stage) ?? [];
    group.unshift(exchange);
    found.set(exchange.stage, group);
  }
  return [...found.values()].map((group) => ({
    title: message(`stage-${group[0]?.stage ?? 'server'}`),
    lines: group.map(line),
  }));
}

/** What the view beside the list shows of one. */
export function shown(exchange: Exchange): { title: string; says: string; text: string; curl: string | undefined } {
  const took = exchange.kind === 'sent' ? [duration(exchange.millis)] : [];
  return {
    title: `${verb(exchange)} ${where(exchange.url)}`,
    says: [exactly(new Date(exchange.at)), ...took].join(' · '),
    text: text(exchange),
    curl: exchange.curl ?? undefined,
  };
}

function line(exchange: Exchange): TraceLine {
  return {
    id: String(exchange.id),
    method: verb(exchange),
    where: where(exchange.url),
    status: exchange.status === null ? '–' : String(exchange.status),
    tone: tone(exchange),
  };
}

function verb({ kind, method }: Exchange): string {
  if (kind === 'opened') return t('page-shell-sent-opened');
  return kind === 'received' ? t('page-shell-sent-received') : method;
}

function tone({ status, fault }: Exchange): Tone {
  if (fault !== null) return 'bad';
  if (status === null) return 'idle';
  if (status < 400) return 'ok';
  // Some questions are asked to be refused: a 4xx isn't bad by itself.
  return status < 500 ? 'warn' : 'bad';
}

/** Host and path, short enough for the list: authentik's API begins the same everywhere. */
export function where(url: string): string {
  const [, rest = url] = /^[a-z]+:\/\/([^?#]*)/i.exec(url) ?? [];
  return rest.replace(/^.*?\/api\/v3\//, '…/');
}

/** The exchange as it went over the wire, without its secrets. */
function text(exchange: Exchange): string {
  const { method, url, requestHeaders, requestBody, status, responseHeaders, responseBody, fault } = exchange;
  const headers = (rows: readonly [string, string][]): string[] => rows.map(([name, value]) => `${name}: ${value}`);
  const part = (head: string, rows: readonly [string, string][], body: string | null): string =>
    [head, ...headers(rows), ...(body === null || body === '' ? [] : ['', body])].join('\n');
  const asked = part(`${method} ${url}`, requestHeaders, requestBody);
  if (status !== null) return `${asked}\n\n${part(String(status), responseHeaders, responseBody)}`;
  if (fault !== null) return `${asked}\n\n${say(fault.title)}`;
  return `${asked}\n\n${t(exchange.kind === 'opened' ? 'page-shell-sent-browser' : 'page-shell-sent-unanswered')}`;
}
