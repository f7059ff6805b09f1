import type { NamesInput, NamesPage, AccessPolicy } from '../../lib/bindings';

/** The content of the page's fields, as text. */
export type NamesFields = {
  name: string;
  slug: string;
  who: AccessPolicy;
  email: boolean;
  scopes: string;
  terms: string;
  privacy: string;
  port: string;
};

/** The fields with the values that the core has. */
export function namesFields({ name, slug, who, email, scopes, terms, privacy, port }: NamesPage): NamesFields {
  return { name, slug, who, email, scopes, terms, privacy, port: String(port) };
}

/** The values that are sent. A port that isn't a number is sent as 0, which the core refuses with a message. */
export function namesInput(fields: NamesFields): NamesInput {
  const port = /^\d{1,5}$/.test(fields.port.trim()) ? Number(fields.port) : 0;
  return { ...fields, port: port > 65_535 ? 0 : port };
}
