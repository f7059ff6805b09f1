// The page's states, for the gallery: each as the core would send it. Made-up values.
import { job, waits } from '../../gallery/sample-job';
import type { JobView, NamesPage, Urls } from '../../lib/bindings';
import { message } from '../../lib/i18n';

const urls = (base: string, slug: string, port = 8723): Urls => ({
  base,
  callback: `${base}/source/oauth/callback/${slug}/`,
  website: base,
  login: `${base}/source/oauth/login/${slug}/`,
  api: `${base}/api/v3/`,
  admin: `${base}/if/admin/#/core/sources/${slug}`,
  testCallback: `http://127.0.0.1:${port}/callback`,
});

const names = (page: Partial<NamesPage>, host: string | null = 'authentik.company'): JobView => {
  const slug = page.slug ?? 'twitter';
  const own = { urls: host === null ? null : urls(`https://${host}`, slug), ...page };
  return job({ page: 'names', host, slug, names: { ...job({}).names, ...own } });
};

const free = { free: true, words: message('names-slug-free') };
const mend = waits('agreeNames', message('footer-continue-xapp'), message('footer-mend-fields'));

const email: Partial<NamesPage> = {
  slugKnown: free,
  offered: ['anyone', 'linked', 'userName', 'userNameDeny', 'emailLink', 'emailDeny'],
  email: true,
  emailTakes: [
    message('names-email-form', { switch: 'Request email from users' }),
    message('names-email-asks'),
    message('portal-cost-second-read', { price: '0.010' }),
  ],
  requested: 'tweet.read users.email users.read',
  wantsLinks: true,
};

export const states = {
  usual: names({ slugKnown: free }),
  unchecked: names({}),
  risk: names({ slug: 'x-login', slugKnown: free, who: 'userName' }),
  taken: names({ slugKnown: { free: false, words: message('names-slug-taken', { name: 'X (old)' }) }, who: 'linked' }),
  refused: names({
    name: '',
    nameRefused: message('names-name-empty'),
    slug: 'x login',
    slugRefused: message('address-slug-blank'),
    urls: null,
    bar: mend,
  }),
  scopes: names({
    slugKnown: free,
    scopes: 'users.email offline.access tweet.read',
    scopesSaid: [
      message('portal-scopes-email', { switch: 'Request email from users' }),
      message('names-email-scope-alone'),
      message('portal-scopes-offline'),
      message('portal-scopes-always', { scope: 'tweet.read' }),
    ],
    requested: 'users.read tweet.read users.email offline.access',
  }),
  email: names({
    ...email,
    who: 'emailLink',
    terms: 'https://company.example/terms',
    privacy: 'https://company.example/privacy',
  }),
  emailAlone: names({
    ...email,
    email: false,
    who: 'emailDeny',
    whoRefused: message('names-who-needs-email'),
    wantsLinks: false,
    requested: 'tweet.read users.read',
    bar: mend,
  }),
  links: names({
    ...email,
    terms: 'https://company.example/terms',
    linksMissing: message('names-links-missing', { switch: 'Request email from users' }),
  }),
  linksRefused: names({
    ...email,
    terms: 'company.example/terms',
    termsRefused: message('address-link-scheme'),
    privacy: 'https://company.example/privacy',
    bar: mend,
  }),
  scopesRefused: names({
    slugKnown: free,
    scopes: 'users.email,offline',
    scopesRefused: message('portal-scopes-not-a-name', { scope: 'users.email,offline' }),
    requested: '',
    port: 80,
    portRefused: message('names-port-low'),
    bar: mend,
  }),
  warnings: names(
    {
      warnings: [
        { url: 'callback', message: message('address-x-callback-localhost'), evidence: 'documented' },
        { url: 'website', message: message('address-x-website-localhost'), evidence: 'reported' },
      ],
    },
    'localhost',
  ),
  privateHost: names(
    {
      warnings: [
        { url: 'callback', message: message('address-x-callback-private', { host: 'auth.lan' }), evidence: 'unknown' },
        { url: 'website', message: message('address-x-website-private', { host: 'auth.lan' }), evidence: 'unknown' },
      ],
    },
    'auth.lan',
  ),
  noServer: names({}, null),
} satisfies Record<string, JobView>;
