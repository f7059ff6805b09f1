import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { t } from '../../lib/words';
import { atWork, FAULTS } from './faults';

describe('the faults of practice', () => {
  it('are those that the practice servers know', () => {
    const source = readFileSync('../src-tauri/practice/src/faults.rs', 'utf8');
    const known = [...source.matchAll(/Self::\w+ => "([a-z0-9-]+)"/g)].map(([, name]) => name);
    expect([...FAULTS].sort()).toEqual(known.sort());
  });

  it.each(FAULTS)('has words for %s', (fault) => {
    expect(t(`page-practice-fault-${fault}`)).not.toMatch(/^page-/);
    expect(t(`page-practice-fault-${fault}-does`)).toMatch(/\.$/);
  });

  it('are named in the band, those that it does not know too', () => {
    expect(atWork(['wrong-secret', 'new-one'])).toEqual({
      id: 'page-shell-practice-faults',
      args: { count: 2, faults: 'The Client Secret is an old one, new-one' },
    });
  });
});
