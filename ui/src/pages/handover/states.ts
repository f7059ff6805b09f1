// Job files as the gallery shows them. Made-up values: nothing here is part of the product.
import type { JobFilePage } from '../../lib/bindings';
import { message } from '../../lib/i18n';

const anew: JobFilePage = {
  made: '2026-11-23T12:06:10Z',
  from: message('handover-side-server'),
  side: message('handover-side-x'),
  address: 'https://authentik.company',
  slug: 'twitter',
  into: null,
  done: [message('stage-server'), message('stage-names')],
  conflicts: [],
  moves: null,
  agreed: true,
  ready: true,
};

const back: JobFilePage = {
  ...anew,
  from: message('handover-side-x'),
  side: message('handover-side-server'),
  into: message('handover-into', { host: 'authentik.company', slug: 'twitter' }),
  done: [message('stage-xapp'), message('stage-credentials'), message('stage-signin')],
};

export const states: Record<string, JobFilePage> = {
  new: anew,
  back,
  conflict: {
    ...back,
    conflicts: [
      {
        field: 'name',
        name: message('handover-field', { field: 'name' }),
        ours: '"Sign in with X"',
        theirs: '"X (⟨U+202E⟩company)"',
        pick: 'ours',
      },
      {
        field: 'slug',
        name: message('handover-field', { field: 'slug' }),
        ours: '"twitter"',
        theirs: '"x"',
        pick: null,
      },
    ],
    moves: 'https://elsewhere.example',
    agreed: false,
    ready: false,
  },
};
