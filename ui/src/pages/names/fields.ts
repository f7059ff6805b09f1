import type { AccessInput, NamesInput, NamesPage, WhoGetsIn } from '../../lib/bindings';

/** What the page's fields hold: as the core takes it, but with the port as text, as it is typed. */
export type NamesFields = Omit<NamesInput, 'port'> & { port: string } & Omit<AccessInput, 'choice'> & {
    /** Empty before one was chosen. */
    choice: WhoGetsIn | '';
  };

/** The fields with the values that the core has. */
export function namesFields(page: NamesPage): NamesFields {
  const { name, slug, who, decided, email, scopes, terms, privacy, port, access } = page;
  const names = { name, slug, who, decided, email, scopes, terms, privacy, port: String(port) };
  return { ...names, choice: access.choice ?? '', list: access.list, group: access.group };
}

/** The names that are sent. A port that isn't a number is sent as 0, which the core refuses with a message. */
export function namesInput(fields: NamesFields): NamesInput {
  const { name, slug, who, decided, email, scopes, terms, privacy } = fields;
  const port = /^\d{1,5}$/.test(fields.port.trim()) ? Number(fields.port) : 0;
  return { name, slug, who, decided, email, scopes, terms, privacy, port: port > 65_535 ? 0 : port };
}

/** What is sent of who gets in. */
export const accessInput = ({ choice, list, group }: NamesFields): AccessInput => ({
  choice: choice === '' ? null : choice,
  list,
  group,
});
