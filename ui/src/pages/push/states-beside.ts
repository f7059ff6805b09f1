import type { JobView, RepairPage, RepairPerson, SourceStagePage } from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** What stands beside the review: the Source stage and the repair. Made up: nothing here is part of the product. */

const at = '2026-11-23T12:09:55Z';

export const noSourceStage: SourceStagePage = {
  can: false,
  licence: message('embed-licence-unasked'),
  lookedAt: null,
  problem: null,
  wanted: false,
  flows: [],
  flow: '',
  places: [],
  after: null,
  placeRefused: null,
  minutes: 10,
  minutesRefused: null,
  warnings: [],
};

export const noRepair: RepairPage = {
  lookedAt: null,
  summary: null,
  problem: null,
  notes: [],
  people: [],
  table: '',
  tableRefused: [],
  agreed: 0,
};

const flow = (slug: string, name: string, designation: string): SourceStagePage['flows'][number] => ({
  slug,
  words: message('embed-flow', { designation, name, slug }),
});
const licensed: SourceStagePage = {
  ...noSourceStage,
  can: true,
  licence: message('embed-licence-held', { status: 'valid' }),
  lookedAt: at,
  flows: [
    flow('default-authentication-flow', 'Welcome to authentik!', 'authentication'),
    flow('default-provider-authorization-implicit-consent', 'Authorize Application', 'authorization'),
  ],
};
const embedded: SourceStagePage = {
  ...licensed,
  wanted: true,
  flow: 'default-authentication-flow',
  places: [
    { after: null, words: message('embed-place-first') },
    ...['identification', 'password', 'mfa-validation', 'login'].map((stage) => ({
      after: stage,
      words: message('embed-place-after', { stage: `default-authentication-${stage}` }),
    })),
  ],
  after: 'identification',
  warnings: [
    message('embed-signs-in', { flow: 'default-source-authentication' }),
    message('embed-signs-in', { flow: 'default-source-enrollment' }),
  ],
};

const person = (user: number, username: string, own: Partial<RepairPerson>): RepairPerson => ({
  user,
  username,
  name: username,
  id: null,
  standing: 'unknown',
  says: [],
  warning: null,
  superuser: false,
  agreed: false,
  ...own,
});
const told = (user: number, username: string, id: string, own: Partial<RepairPerson> = {}): RepairPerson =>
  person(user, username, {
    id,
    standing: 'told',
    says: [message('repair-told-event', { at: '2026-11-20', id })],
    ...own,
  });

/** By name: what stands in the job beside the review. */
export const beside = {
  unlicensed: {
    sourceStage: { ...noSourceStage, licence: message('embed-licence-none'), lookedAt: at },
    repair: noRepair,
  },
  licensed: { sourceStage: licensed, repair: noRepair },
  embedded: { sourceStage: embedded, repair: noRepair },
  repair: {
    sourceStage: noSourceStage,
    repair: {
      ...noRepair,
      lookedAt: at,
      summary: message('repair-summary', { count: 4 }),
      people: [
        told(7, 'ada_practice', '2244994945', { agreed: true }),
        told(4, 'akadmin', '7000000003', {
          superuser: true,
          warning: message('repair-superuser', { user: 'akadmin' }),
        }),
        person(9, 'm.okafor', {
          standing: 'differs',
          says: [
            message('repair-told-event', { at: '2026-11-20', id: '7000000009' }),
            message('repair-told-entered', { id: '7000000008', line: 2 }),
            message('repair-differs'),
          ],
        }),
        person(12, 'zoe', { warning: message('repair-inactive') }),
      ],
      table: 'm.okafor 7000000008\nzoe @zoe',
      tableRefused: [message('repair-line-no-number', { id: '@zoe', line: 2 })],
      agreed: 1,
    },
  },
  repairSilent: {
    sourceStage: noSourceStage,
    repair: {
      ...noRepair,
      lookedAt: at,
      summary: message('repair-summary', { count: 1 }),
      notes: [message('repair-silent')],
      people: [person(7, 'ada_practice', {})],
    },
  },
} satisfies Record<string, Partial<JobView>>;
