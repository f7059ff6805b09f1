import { describe, expect, it } from 'vitest';
import { exchanges } from '../pages/start/states';
import { traceGroups, traceDetails, shortUrl } from './trace-format';

const ids = (filter = ''): string[][] =>
  traceGroups(exchanges, filter).map((group) => group.lines.map((line) => line.id));

describe('what was sent', () => {
  it('stands by stage, the one that sent last first, each in its order', () => {
    expect(ids()).toEqual([['4', '5', '6', '7', '8'], ['3'], ['1', '2']]);
  });

  it('is found by address, header and body', () => {
    expect(ids('OAUTH2/TOKEN')).toEqual([['6'], ['3']]);
    expect(ids('BEARER ‹91')).toEqual([['7']]);
    expect(ids('client-not-enrolled')).toEqual([['7']]);
  });

  it.each([
    ['https://api.x.com/2/users/me?user.fields=id', 'api.x.com/2/users/me'],
    ['https://a.example/auth/api/v3/sources/oauth/?slug=x', '…/sources/oauth/'],
    ['http://127.0.0.1:8723/callback', '127.0.0.1:8723/callback'],
  ])('shortens %s', (url, short) => {
    expect(shortUrl(url)).toBe(short);
  });

  it('says what a browser did without a status or a curl', () => {
    const opened = exchanges.find(({ kind }) => kind === 'opened');
    if (opened === undefined) throw new Error('no such exchange');
    expect(traceDetails(opened)).toMatchObject({ title: 'OPEN 127.0.0.1:40124/i/oauth2/authorize', curl: undefined });
    expect(traceDetails(opened).text).toContain('can’t see what happens there');
  });
});
