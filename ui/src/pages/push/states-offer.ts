import type { Consequence, PlanExisting, PlanLoginPage, PlanOffer } from '../../lib/bindings';
import { message } from '../../lib/i18n';

/** What can be chosen of the made-up plan: nothing here is part of the product. */

const own = (slug: string, name: string) => ({
  value: slug,
  label: message('choices-flow-default', { name, slug }),
});
const other = (slug: string, name: string) => ({ value: slug, label: message('choices-flow', { name, slug }) });

export const pages: PlanLoginPage[] = [
  {
    stage: '5c1e9a40-77d3-4f0e-9f2c-0d7b6a1c2e11',
    name: 'default-authentication-identification',
    says: message('choices-page-asked', { flows: 'default-authentication-flow', host: 'authentik.company' }),
    picked: true,
    greyed: null,
  },
];

export const severalPages: PlanLoginPage[] = [
  ...pages,
  {
    stage: '7e0a2a51-9b1d-4f5e-8e8c-0d7b6a1c2e12',
    name: 'partners-identification',
    says: message('choices-page-brand', { brand: 'partners.example', flows: 'partners-authentication-flow' }),
    picked: true,
    greyed: null,
  },
  {
    stage: '8f0a2a51-9b1d-4f5e-8e8c-0d7b6a1c2e13',
    name: 'staff-identification',
    says: message('choices-page-brands', { brands: 'staff.example, intranet.example', flows: 'staff-login' }),
    picked: true,
    greyed: message('choices-page-there'),
  },
  {
    stage: '9f0a2a51-9b1d-4f5e-8e8c-0d7b6a1c2e14',
    name: 'old-identification',
    says: message('choices-page-unbound'),
    picked: false,
    greyed: null,
  },
];

export const offer: PlanOffer = {
  existing: null,
  authenticationFlow: {
    options: [
      own('default-source-authentication', 'Welcome to authentik!'),
      other('company-sign-in', 'Company sign-in with a second factor'),
    ],
    current: 'default-source-authentication',
    says: null,
    greyed: false,
  },
  enrolmentFlow: {
    options: [own('default-source-enrollment', 'Welcome to authentik! Please select a username.')],
    current: 'default-source-enrollment',
    says: null,
    greyed: false,
  },
  userPath: { value: 'goauthentik.io/sources/%(slug)s', refused: null },
  groupMatching: {
    options: [
      { value: 'identifier', label: message('choices-group-identifier') },
      { value: 'name_link', label: message('choices-group-name-link') },
      { value: 'name_deny', label: message('choices-group-name-deny') },
    ],
    current: 'identifier',
    says: message('choices-group-unknown'),
    greyed: true,
  },
  enabled: true,
  loginPages: pages,
  groups: [
    {
      group: 'loginPage',
      leftOut: false,
      label: message('choices-group-login-page'),
      says: message('choices-left-out-login-page-says', {
        login: 'https://authentik.company/source/oauth/login/twitter/',
      }),
    },
  ],
};

/** Flows that were renamed, and nothing chosen yet. */
export const flowsGone: PlanOffer = {
  ...offer,
  authenticationFlow: {
    options: [other('company-sign-in', 'Company sign-in'), other('staff-sign-in', 'Staff sign-in')],
    current: null,
    says: message('choices-flow-missing', { slug: 'default-source-authentication' }),
    greyed: false,
  },
  groupMatching: { ...offer.groupMatching, says: null, greyed: false },
};

/** A path that authentik would put aside. */
export const badPath: PlanOffer = {
  ...offer,
  userPath: { value: '/people/%(name)s', refused: message('choices-path-slashes') },
};

export const leftOut: PlanOffer = { ...offer, groups: offer.groups.map((group) => ({ ...group, leftOut: true })) };

const callback = (slug: string): string => `https://authentik.company/source/oauth/callback/${slug}/`;
export const existing: PlanExisting = {
  change: [
    {
      slug: 'twitter',
      label: message('choices-existing-change', { name: 'Twitter', slug: 'twitter' }),
      says: [
        message('choices-existing-slug'),
        message('choices-existing-change-says', { callback: callback('twitter') }),
      ],
    },
    {
      slug: 'x-old',
      label: message('choices-existing-change', { name: 'X', slug: 'x-old' }),
      says: [
        message('choices-existing-client-id'),
        message('choices-existing-name'),
        message('choices-existing-change-says', { callback: callback('x-old') }),
      ],
    },
  ],
  another: {
    slug: 'twitter-2',
    label: message('choices-existing-another', { slug: 'twitter-2' }),
    says: [message('choices-existing-another-says', { callback: callback('twitter-2') })],
  },
  current: null,
};

export const consequences: Consequence[] = [
  { weight: 'note', words: message('choices-who-anyone') },
  { weight: 'note', words: message('choices-undo-deletes') },
];
export const takeover: Consequence[] = [
  { weight: 'danger', words: message('choices-who-username-link') },
  ...consequences,
];
export const noEmail: Consequence[] = [
  { weight: 'danger', words: message('choices-who-email-link') },
  { weight: 'risk', words: message('choices-who-no-email') },
  { weight: 'note', words: message('choices-secret-final') },
];
