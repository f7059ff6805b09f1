import { expect, it } from 'vitest';
import { namesInput } from './fields';

const port = (typed: string): number =>
  namesInput({
    name: 'X',
    slug: 'twitter',
    who: 'anyone',
    decided: true,
    email: false,
    scopes: '',
    terms: '',
    privacy: '',
    port: typed,
    choice: 'anyone',
    list: '',
    group: '',
  }).port;

it.each([
  ['8723', 8723],
  [' 8723 ', 8723],
  ['65535', 65_535],
  ['65536', 0],
  ['80 80', 0],
  ['1e3', 0],
  ['-1', 0],
  ['', 0],
])('reads the port %j as %i', (typed, sent) => {
  expect(port(typed)).toBe(sent);
});
