import { FluentBundle, FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { message, spans, formatMessage, t } from './i18n';

describe('words', () => {
  it('says a message of the files that the core uses too', () => {
    expect(t('app-stage-of', { number: 2, stage: 'Names' })).toBe('Stage 2 of 6: Names');
  });

  it('reads marks in the message and nowhere in its arguments', () => {
    const stored = message('shell-stored-keyring', { ends: '`*x**', when: '**today**' });
    expect(spans(stored)).toEqual([
      { kind: 'plain', text: 'In the keyring, ends in ' },
      { kind: 'value', text: '…`*x**' },
      { kind: 'plain', text: ', saved **today**' },
    ]);
    expect(formatMessage(stored)).toBe('In the keyring, ends in …`*x**, saved **today**');
  });

  it("keeps X's own words apart", () => {
    expect(spans(message('shell-drawing', { field: 'Website URL' })).at(-1)).toEqual({
      kind: 'theirs',
      text: 'Website URL',
    });
  });

  it('lets an argument neither open a mark nor turn the direction of the text', () => {
    const said = formatMessage(message('shell-copy-what', { what: '\uE000a\u2068b\u2069\uE001' }));
    expect(said).toBe('Copy ab');
  });

  it.each([
    [0, 'Request log, 0 requests'],
    [1, 'Request log, 1 request'],
    [2, 'Request log, 2 requests'],
    [8723, 'Request log, 8,723 requests'],
  ])('counts %i', (count, said) => {
    expect(t('shell-sent-count', { count })).toBe(said);
  });

  it('shows the key of a message that the files lack', () => {
    expect(formatMessage({ id: 'no-such.why', args: {} })).toBe('no-such.why');
  });

  it('finds every message that the parser finds in the files, with the same text', () => {
    const files = import.meta.glob<string>('$words/en/*.ftl', { query: '?raw', import: 'default', eager: true });
    const shown = Object.entries(files).filter(([name]) => !/terminal|practice-[ax]/.test(name));
    const all = shown.flatMap(([, text]) => new FluentResource(text).body);
    expect(all.length).toBeGreaterThan(2000);
    const bundle = new FluentBundle('en', { useIsolating: false });
    const plain = (text: string): string => text.replaceAll('**', '').replaceAll('`', '');
    for (const entry of all) {
      // A message that refers to another one would be shown without it.
      expect(JSON.stringify(entry)).not.toMatch(/"type":"(mesg|term)"/);
      if (typeof entry.value === 'string') expect(formatMessage({ id: entry.id, args: {} })).toBe(plain(entry.value));
      for (const [name, pattern] of Object.entries(entry.attributes)) {
        const text = formatMessage({ id: `${entry.id}.${name}`, args: {} });
        expect(text).toBe(plain(bundle.formatPattern(pattern, {}, [])));
      }
    }
  });

  it('takes text that is ready as it is, marks and all', () => {
    expect(spans('**a** `b`')).toEqual([{ kind: 'plain', text: '**a** `b`' }]);
  });
});
