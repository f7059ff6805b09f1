import type { NamesInput, NamesPage } from '../../lib/bindings';

/** What the page's fields hold: as the core takes it, but with the port as text, as it is typed. */
export type NamesFields = Omit<NamesInput, 'port'> & { port: string };

/** The fields with the values that the core has. */
export function namesFields({ name, slug, who, decided, email, scopes, terms, privacy, port }: NamesPage): NamesFields {
  return { name, slug, who, decided, email, scopes, terms, privacy, port: String(port) };
}

/** The values that are sent. A port that isn't a number is sent as 0, which the core refuses with a message. */
export function namesInput(fields: NamesFields): NamesInput {
  const port = /^\d{1,5}$/.test(fields.port.trim()) ? Number(fields.port) : 0;
  return { ...fields, port: port > 65_535 ? 0 : port };
}
