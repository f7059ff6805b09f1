// The content of the gallery. The texts and values are invented, and no part of the product.
import type { ChangeRow } from '../parts/change';
import type { Check } from '../parts/checks';
import type { DrawnPart } from '../parts/drawing';
import type { GuideAction } from '../parts/guide';
import type { MenuItem } from '../parts/menu';
import type { RailStage } from '../parts/stage';
import type { TimelineLeg } from '../parts/timeline';
import type { TraceLine } from '../parts/trace';

export const callback = 'https://authentik.company/source/oauth/callback/twitter/';
export const testCallback = 'http://127.0.0.1:8723/callback';
export const marks = ['twitter'];

const stage = (id: string, title: string, state: RailStage['state'], note?: string): RailStage => ({
  id,
  title,
  state,
  note,
  href: `#/${id}`,
});

export const stages: RailStage[] = [
  stage('server', 'Server', 'done'),
  stage('names', 'Names', 'needsAttention', 'Risky matching'),
  stage('portal', 'X app', 'inProgress', '4 of 8 actions'),
  stage('credentials', 'Credentials', 'cannotStart', 'After X app'),
  stage('signin', 'Test sign-in', 'cannotStart', 'After Credentials'),
  stage('push', 'Review & push', 'notStarted'),
  stage('verify', 'Verify', 'cannotStart', 'After the push'),
];

export const jobs: MenuItem[] = [
  { id: 'one', title: 'authentik.company', detail: 'X · slug twitter', current: true },
  { id: 'two', title: 'sso.northwind.example', detail: 'X · slug x' },
  'line',
  { id: 'new', icon: 'home', title: 'All jobs' },
];

export const exports: MenuItem[] = [
  { id: 'read', icon: 'file', title: 'Report, to read', detail: 'HTML or Markdown, no secrets' },
  { id: 'machines', icon: 'file', title: 'Report, for machines', detail: 'JSON, version 1' },
  'line',
  { id: 'blueprint', icon: 'save', title: 'Blueprint', detail: 'secret from a file or the environment' },
];

export const checks: Check[] = [
  {
    id: 'button',
    tone: 'ok',
    title: 'The button is on the login page',
    detail: '“X”, second of two',
    verdict: 'Shown',
  },
  { id: 'bytes', tone: 'bad', title: 'Callback URL is correct', detail: 'By one byte', verdict: 'Differs' },
  { id: 'slug', tone: 'warn', title: 'The slug is “x”', detail: 'many guides say “twitter”', verdict: 'Risk' },
  { id: 'host', tone: 'note', title: 'authentik sends users to twitter.com', verdict: 'Note' },
  { id: 'visitor', tone: 'live', title: 'A visitor signs in', detail: 'Watching since 12:13:40.', verdict: 'Waiting' },
  { id: 'rights', tone: 'idle', title: 'Token permissions', pending: true },
  { id: 'reach', tone: 'ok', title: 'Reachable, certificate valid', aside: '61 ms' },
];

export const legs: TimelineLeg[] = [
  { id: 'opened', title: 'Browser opened', state: 'ok', took: '0.2 s', detail: 'x.com/i/oauth2/authorize, PKCE S256' },
  {
    id: 'consent',
    title: 'Consent on X',
    state: 'waiting',
    took: '1 min 28 s',
    detail: 'X doesn’t report its own errors.',
  },
  { id: 'callback', title: 'Callback received', state: 'warn', verdict: 'No state', took: '0.1 s' },
  { id: 'token', title: 'Code exchanged', state: 'skipped', verdict: 'Left out' },
  {
    id: 'profile',
    title: 'Profile read',
    state: 'bad',
    verdict: 'Refused',
    took: '0.29 s',
    detail: 'client-not-enrolled',
  },
  { id: 'revoke', title: 'Token revoked', state: 'idle' },
];

export const actions: GuideAction[] = [
  { id: 'open', title: 'Open your app', detail: 'Apps › your app', done: true },
  { id: 'perm', title: 'App permissions', detail: 'Read', done: true },
  { id: 'type', title: 'Type of App', detail: 'Web App, Automated App or Bot', done: true },
  { id: 'callback', title: 'Callback URI / Redirect URL', done: false },
  { id: 'website', title: 'Website URL', done: false },
  { id: 'save', title: 'Save Changes', done: false },
  { id: 'keep', title: 'Copy the Client ID and Client Secret', detail: 'shown once', done: false },
];

export const form: DrawnPart[] = [
  {
    id: 'perm',
    label: 'App permissions',
    filled: true,
    rows: [
      { kind: 'choice', label: 'Read', on: true },
      { kind: 'choice', label: 'Read and write', on: false },
      { kind: 'switch', label: 'Request email from users', on: false },
    ],
  },
  {
    id: 'type',
    label: 'Type of App',
    filled: true,
    rows: [
      { kind: 'choice', label: 'Native App', on: false },
      { kind: 'choice', label: 'Web App, Automated App or Bot', on: true },
    ],
  },
  { heading: 'App info' },
  {
    id: 'callback',
    label: 'Callback URI / Redirect URL',
    rows: [{ kind: 'box', value: callback }, { kind: 'box' }, { kind: 'more', label: '+ Add another URI / URL' }],
  },
  { id: 'website', label: 'Website URL', rows: [{ kind: 'box' }] },
  { id: 'org', label: 'Organization name', rows: [{ kind: 'box' }] },
  { id: 'save', rows: [{ kind: 'buttons', labels: ['Cancel', 'Save'] }] },
];

export const created: ChangeRow[] = [
  { field: 'Name', after: 'X' },
  { field: 'Slug', after: [{ text: 'twitter', marked: true }], mono: true },
  { field: 'Client ID', note: 'Consumer key', after: 'a1Q0…MTpjaQ', mono: true },
];

export const changed: ChangeRow[] = [
  {
    field: 'Sources shown',
    before: 'authentik Built-in, GitHub',
    after: [{ text: 'authentik Built-in, GitHub, ' }, { text: 'X', added: true }],
  },
  { field: 'Everything else', before: '11 fields', after: '', stays: true },
];

export const patch = `PATCH /api/v3/stages/identification/5c1e9a40-…/
{
  "sources": [
    "b0f3a6d2-… (authentik Built-in)",
+   "‹id of the new source X›"
  ]
}`;

const line = (id: string, method: string, where: string, status: string, tone: TraceLine['tone']): TraceLine => ({
  id,
  method,
  where,
  status,
  tone,
});

export const groups: { title: string; lines: TraceLine[] }[] = [
  {
    title: 'Test sign-in',
    lines: [
      line('1', 'OPEN', 'x.com/i/oauth2/authorize', '–', 'idle'),
      line('2', 'RECV', '127.0.0.1:8723/callback', '200', 'ok'),
      line('3', 'GET', 'api.x.com/2/users/me', '403', 'bad'),
    ],
  },
  { title: 'Credentials', lines: [line('4', 'POST', 'api.x.com/2/oauth2/token', '400', 'ok')] },
];

export const exchange = {
  title: 'GET api.x.com/2/users/me',
  detail: '12:06:18.204 · 291 ms · TLS 1.3',
  text: `GET /2/users/me HTTP/1.1
host: api.x.com
authorization: Bearer ‹access token, 91 characters, removed›

403 Forbidden
content-type: application/json

{ "title": "Client Forbidden",
  "reason": "client-not-enrolled" }`,
  curl: 'curl -H "authorization: Bearer $SECRET" https://api.x.com/2/users/me',
};
