// The page's states, for the gallery: each as the core would send it, for a guide as long as the real one.
import { job, ready } from '../../gallery/sample-job';
import type {
  Arg,
  FormField,
  GuideAction,
  GuideStep,
  JobView,
  Layout,
  Message,
  CallbackListPage,
  Sighting,
  WantedCallback,
  XAppPage,
} from '../../lib/bindings';
import { message } from '../../lib/i18n';

const told = (id: string, args: Record<string, Arg> = {}): Message => ({ id, args });

const callback = 'https://authentik.company/source/oauth/callback/twitter/';

/** X's words, as far as they differ. */
const words = (layout: Layout): Record<'apps' | 'edit' | 'save' | 'oauth2', string> =>
  layout === 'console'
    ? { apps: 'Apps', edit: 'Edit settings', save: 'Save Changes', oauth2: 'OAuth 2.0 Keys' }
    : { apps: 'Projects & Apps', edit: 'Edit', save: 'Save', oauth2: 'OAuth 2.0 Client ID and Client Secret' };

type StepOwn = Pick<GuideStep, 'id' | 'kind' | 'label' | 'say' | 'tick'> & Partial<GuideStep>;
const step = (own: StepOwn): GuideStep => ({
  value: null,
  name: null,
  evidence: 'documented',
  checked: '2026-08-22',
  ...own,
});

const reported = { evidence: 'reported', checked: '2026-08-10' } as const;

const choose = (id: string, label: string, value: string, say?: Message): GuideStep =>
  step({
    id,
    kind: 'choose',
    label,
    value: { text: value, name: null },
    say: say ?? told('portal-step-choose', { value }),
    tick: told('portal-tick-chosen', { value }),
  });

const type = (id: string, label: string, own: Partial<GuideStep>): GuideStep =>
  step({
    id,
    kind: 'type',
    label,
    say: told('portal-step-type', { label }),
    tick: told('portal-tick-in-form'),
    ...own,
  });

type ActionOwn = Pick<GuideAction, 'id' | 'title' | 'steps'> & Partial<GuideAction>;
const action = (own: ActionOwn): GuideAction => ({
  hint: null,
  ways: [],
  field: null,
  why: told(`portal-${own.id}.why`),
  wrong: told(`portal-${own.id}.wrong`),
  ...own,
});

function actionsOf(layout: Layout, email: boolean): GuideAction[] {
  const { apps, edit, save, oauth2 } = words(layout);
  const form = 'User authentication settings';
  const web = 'Web App, Automated App or Bot';
  const title = (label: string): Message => told('portal-title', { label });
  const link = (label: string): GuideAction =>
    action({
      id: label === 'Terms of service' ? 'terms' : 'privacy',
      title: title(label),
      hint: told('portal-terms.hint'),
      field: label === 'Terms of service' ? 'terms' : 'privacy',
      why: told('portal-terms.why'),
      wrong: told('portal-terms.wrong'),
      steps: [
        type(label === 'Terms of service' ? 'terms' : 'privacy', label, { say: told('portal-step-link', { label }) }),
      ],
    });
  const requestEmail = 'Request email from users';
  return [
    action({
      id: 'open-app',
      title: told('portal-open-app'),
      hint: told('portal-open-app.hint', { apps }),
      ways: layout === 'console' ? [[apps]] : [[apps, 'Overview', 'App Settings']],
      why: told('portal-open-app.why', { pay_per_use: 'Pay-per-use' }),
      steps: [
        step({
          id: 'open-app',
          kind: 'go',
          label: apps,
          say: told('portal-step-open-app', { label: apps }),
          tick: told('portal-tick-open-app'),
          ...reported,
        }),
        step({
          id: 'package',
          kind: 'choose',
          label: 'Move to package',
          value: { text: 'Pay-per-use', name: null },
          say: told('portal-step-package', {
            label: 'Move to package',
            manage_apps: 'Manage apps',
            production: 'Production',
            value: 'Pay-per-use',
          }),
          tick: told('portal-tick-package', { production: 'Production', value: 'Pay-per-use' }),
        }),
      ],
    }),
    action({
      id: 'authentication',
      title: title(form),
      hint: told('portal-authentication.hint', { set_up: 'Set up' }),
      ways:
        layout === 'console'
          ? [[oauth2, form, 'Set up'], [oauth2, edit], ['Settings']]
          : [
              [form, 'Set up'],
              [form, edit],
            ],
      steps: [
        step({
          id: 'authentication',
          kind: 'go',
          label: form,
          say: told('portal-step-authentication', { edit, label: form, set_up: 'Set up' }),
          tick: told('portal-tick-authentication'),
          ...reported,
        }),
      ],
    }),
    action({
      id: 'app-permissions',
      title: title('App permissions'),
      hint: told('portal-value', { value: 'Read' }),
      field: 'app-permissions',
      steps: [
        choose('read', 'App permissions', 'Read'),
        ...(email
          ? [
              step({
                id: 'request-email',
                kind: 'switch',
                label: requestEmail,
                say: told('portal-step-request-email', { label: requestEmail }),
                tick: told('portal-tick-switched', { label: requestEmail }),
              }),
            ]
          : []),
      ],
    }),
    action({
      id: 'type-of-app',
      title: title('Type of App'),
      hint: told('portal-value', { value: web }),
      field: 'type-of-app',
      steps: [choose('web-app', 'Type of App', web, told('portal-step-web-app', { avoid: 'Native App', value: web }))],
    }),
    action({
      id: 'callback',
      title: title('Callback URI / Redirect URL'),
      hint: told('portal-callback.hint'),
      field: 'callback',
      steps: [
        type('callback', 'Callback URI / Redirect URL', {
          value: { text: callback, name: 'callback' },
          name: told('portal-name-callback'),
          say: told('portal-step-callback'),
        }),
        type('test-callback', 'Callback URI / Redirect URL', {
          value: { text: 'http://127.0.0.1:8723/callback', name: 'test-callback' },
          name: told('portal-name-test-callback'),
          say: told('portal-step-test-callback', { add_another: '+ Add another URI / URL' }),
        }),
      ],
    }),
    action({
      id: 'website',
      title: title('Website URL'),
      field: 'website',
      steps: [type('website', 'Website URL', { value: { text: 'https://authentik.company', name: 'website' } })],
    }),
    ...(email ? [link('Terms of service'), link('Privacy policy')] : []),
    action({
      id: 'save',
      title: title(save),
      steps: [
        step({
          id: 'save',
          kind: 'press',
          label: save,
          say: told('portal-step-save', { label: save }),
          tick: told('portal-tick-pressed', { label: save }),
          ...reported,
        }),
      ],
    }),
    action({
      id: 'keep',
      title: told('portal-keep'),
      hint: told('portal-keep.hint'),
      why: told('portal-keep.why', { done: 'Done' }),
      wrong: told('portal-keep.wrong', { oauth_2: oauth2, regenerate: 'Regenerate' }),
      steps: [
        step({
          id: 'client-id',
          kind: 'keep',
          label: 'Client ID',
          say: told('portal-step-client-id', { label: 'Client ID' }),
          tick: told('portal-tick-kept', { label: 'Client ID' }),
        }),
        step({
          id: 'client-secret',
          kind: 'keep',
          label: 'Client Secret',
          say: told('portal-step-client-secret', { label: 'Client Secret' }),
          tick: told('portal-tick-kept', { label: 'Client Secret' }),
        }),
      ],
    }),
  ];
}

const createApp = action({
  id: 'create-app',
  title: told('portal-create-app'),
  hint: told('portal-create-app.hint'),
  ways: [
    ['Apps', 'Create App'],
    ['Apps', 'New App'],
  ],
  why: told('portal-create-app.why', { pay_per_use: 'Pay-per-use', production: 'Production' }),
  wrong: told('portal-create-app.wrong', { development: 'Development' }),
  steps: [
    step({
      id: 'create-app',
      kind: 'press',
      label: 'Create App',
      say: told('portal-step-create-app', { label: 'Create App', new_app: 'New App' }),
      tick: told('portal-tick-pressed', { label: 'Create App' }),
      ...reported,
    }),
    step({
      id: 'application-name',
      kind: 'type',
      label: 'Application Name',
      say: told('portal-step-application-name', { label: 'Application Name' }),
      tick: told('portal-tick-named'),
      ...reported,
    }),
    { ...choose('environment', 'Environment', 'Production'), ...reported },
    step({
      id: 'create',
      kind: 'press',
      label: 'Create',
      say: told('portal-step-create', { bearer_token: 'Bearer Token', consumer_key: 'Consumer Key', label: 'Create' }),
      tick: told('portal-tick-created'),
      ...reported,
    }),
  ],
});

const field = (id: string, label: string, control: FormField['control'], own: Partial<FormField> = {}): FormField => ({
  id,
  label,
  remark: null,
  need: 'optional',
  control,
  evidence: 'documented',
  checked: '2026-08-22',
  ...own,
});

const choice = (id: string, label: string): { id: string; label: string; remark: null } => ({
  id,
  label,
  remark: null,
});
const https = { control: 'url', prefilled: 'https://' } as const;

const form: FormField[] = [
  field('app-permissions', 'App permissions', {
    control: 'choice',
    choices: [
      choice('read', 'Read'),
      choice('write', 'Read and write'),
      choice('messages', 'Read and write and Direct message'),
    ],
  }),
  field('request-email', 'Request email from users', { control: 'switch' }),
  field('type-of-app', 'Type of App', {
    control: 'choice',
    choices: [choice('native', 'Native App'), choice('web', 'Web App, Automated App or Bot')],
  }),
  field('callback', 'Callback URI / Redirect URL', { control: 'urls', add: '+ Add another URI / URL', most: 10 }),
  field('website', 'Website URL', { control: 'url', prefilled: null }),
  field('organization-name', 'Organization name', { control: 'text' }),
  field('organization-url', 'Organization URL', https),
  field('terms', 'Terms of service', https),
  field('privacy', 'Privacy policy', https),
];

const testCallback = 'http://127.0.0.1:8723/callback';
const there = (name: 'callback' | 'test-callback', url: string): WantedCallback => ({
  name,
  url,
  label: told(`portal-name-${name}`),
  standing: { is: 'there' },
  says: [message('portal-callbacks-there')],
});

/** The test callback is there, authentik's isn't as it should be. */
function pasted(seen: string, says: Message[], extra: string[] = []): CallbackListPage {
  const differs: WantedCallback = {
    ...there('callback', callback),
    standing: {
      is: 'differs',
      line: 1,
      bytes: {
        rows: [
          { label: message('portal-callbacks-row-wanted'), text: callback },
          { label: message('portal-callbacks-row-x'), text: seen },
        ],
        first: 5,
        words: null,
      },
    },
    says,
  };
  return {
    text: [seen, testCallback, ...extra].join('\n'),
    compared: { wanted: [differs, there('test-callback', testCallback)], extra, addresses: 2 + extra.length, most: 10 },
    confirmed: false,
    says: message('portal-callbacks-amiss', { amiss: 1, wanted: 2 }),
    overfull: extra.length > 8 ? message('portal-callbacks-too-many', { addresses: 2 + extra.length, most: 10 }) : null,
  };
}

const confirmed: CallbackListPage = {
  text: `${callback}\n${testCallback}`,
  compared: {
    wanted: [there('callback', callback), there('test-callback', testCallback)],
    extra: [],
    addresses: 2,
    most: 10,
  },
  confirmed: true,
  says: message('portal-callbacks-all-there', { wanted: 2 }),
  overfull: null,
};

const absent: CallbackListPage = {
  ...confirmed,
  text: callback,
  compared: {
    wanted: [
      there('callback', callback),
      {
        ...there('test-callback', testCallback),
        standing: { is: 'missing' },
        says: [message('portal-callbacks-missing')],
      },
    ],
    extra: [],
    addresses: 1,
    most: 10,
  },
  confirmed: false,
  says: message('portal-callbacks-amiss', { amiss: 1, wanted: 2 }),
};

const http = [
  message('address-slip-scheme', { planned: 'https://', seen: 'http://' }),
  message('address-slip-slash-missing'),
];
const lookalike = [message('address-slip-lookalike', { code: 'U+043E', planned: 'o', seen: 'о' })];
const others = Array.from({ length: 9 }, (_, at) => `https://other${at}.company/callback`);

/** What a search finds, as the core would answer. */
export const sightings: Sighting[] = [
  {
    label: 'Keys & Tokens',
    layouts: ['console', 'portal'],
    action: 'authentication',
    title: told('portal-title', { label: 'User authentication settings' }),
    says: message('portal-seen-keys', { authentication: 'User authentication settings', oauth_2: 'OAuth 2.0 Keys' }),
    ...reported,
  },
  {
    label: 'Consumer Key',
    layouts: ['console'],
    action: null,
    title: null,
    says: message('portal-seen-oauth-1', {
      client_id: 'Client ID',
      client_secret: 'Client Secret',
      consumer_key: 'Consumer Key',
      consumer_secret: 'Consumer Secret',
    }),
    ...reported,
  },
];

const organization = ['Organization name', 'Organization URL'];
const links = ['Terms of service', 'Privacy policy'];

/** The page with these steps ticked; the first action that isn't done is open. */
function xapp(actions: GuideAction[], ticked: string[], own: Partial<XAppPage> = {}): JobView {
  const isDone = ({ steps }: GuideAction): boolean => steps.every(({ id }) => ticked.includes(id));
  const doneActions = actions.filter(isDone).map(({ id }) => id);
  const next = message('footer-continue-credentials');
  return job({
    page: 'xapp',
    host: 'authentik.company',
    xapp: {
      ...job({}).xapp,
      actions,
      ticked,
      doneActions,
      done: doneActions.length,
      open: actions.find((one) => !isDone(one))?.id ?? null,
      form,
      leftAlone: [...organization, ...links],
      bar:
        doneActions.length === actions.length
          ? ready('continue', next)
          : ready('tickAction', message('footer-tick-action'), ['continue', next]),
      ...own,
    },
  });
}

const console = actionsOf('console', false);
const portal = actionsOf('portal', false);
const withEmail = actionsOf('console', true);
const upTo = (actions: GuideAction[], id: string): string[] =>
  actions
    .slice(
      0,
      actions.findIndex((one) => one.id === id),
    )
    .flatMap(({ steps }) => steps.map((own) => own.id));

export const states = {
  begun: xapp(console, []),
  newApp: xapp([createApp, ...console], ['create-app'], { newApp: true }),
  callbacks: xapp(console, [...upTo(console, 'callback'), 'callback']),
  type: xapp(portal, upTo(portal, 'type-of-app'), { layout: 'portal', portal: 'Developer Portal' }),
  email: xapp(withEmail, [...upTo(withEmail, 'app-permissions'), 'read'], { leftAlone: organization }),
  save: xapp(console, upTo(console, 'save')),
  chosen: xapp(console, upTo(console, 'save'), { open: 'authentication' }),
  done: xapp(
    console,
    console.flatMap(({ steps }) => steps.map(({ id }) => id)),
  ),
  all: xapp(console, upTo(console, 'callback'), { all: true }),
  differs: xapp(console, upTo(console, 'keep'), {
    pasted: pasted(callback.replace('https', 'http').slice(0, -1), http),
  }),
  lookalike: xapp(console, upTo(console, 'keep'), {
    pasted: pasted(callback.replace('company', 'cоmpany'), lookalike, ['https://wiki.company/oauth/x']),
  }),
  absent: xapp(console, upTo(console, 'keep'), { pasted: absent }),
  confirmed: xapp(console, upTo(console, 'keep'), { pasted: confirmed }),
  overfull: xapp(console, upTo(console, 'keep'), { pasted: pasted(callback.slice(0, -1), http.slice(1), others) }),
  stale: xapp(console, upTo(console, 'keep'), {
    pasted: { text: '', compared: null, confirmed: null, says: message('portal-callbacks-stale'), overfull: null },
  }),
  noLinks: xapp(withEmail, upTo(withEmail, 'terms'), { leftAlone: organization }),
  noServer: job({ page: 'xapp' }),
} satisfies Record<string, JobView>;
