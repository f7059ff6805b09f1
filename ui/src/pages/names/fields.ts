import type { NamesInput, NamesPage } from '../../lib/bindings';

/** What the page's fields hold: as the core takes it, but with the port as text, as it is typed. */
export type NamesFields = Omit<NamesInput, 'port'> & { port: string };

/** The fields as the core knows them. */
export function namesFields({ name, slug, who, email, scopes, terms, privacy, port }: NamesPage): NamesFields {
  return { name, slug, who, email, scopes, terms, privacy, port: String(port) };
}

/** What is sent. A port that isn't one goes as 0, which the core refuses in words. */
export function namesInput(fields: NamesFields): NamesInput {
  const port = /^\d{1,5}$/.test(fields.port.trim()) ? Number(fields.port) : 0;
  return { ...fields, port: port > 65_535 ? 0 : port };
}
