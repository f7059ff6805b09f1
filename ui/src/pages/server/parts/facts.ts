import type { Message, ServerSummary, TokenLife } from '../../../lib/bindings';
import { clock, day } from '../../../lib/format';
import { message, type DisplayText } from '../../../lib/i18n';

type Fact = { label: Message; value: DisplayText; mono?: boolean; note?: Message };

/** The facts that the server reported, as one row each. */
export function facts(reached: ServerSummary, now: Date): Fact[] {
  const { version, user, superuser, token, xType, sources, loginStage, licence } = reached;
  return [
    { label: message('page-server-version'), value: `authentik ${version}` },
    {
      label: message('page-server-user'),
      value: user,
      note: superuser ? message('page-server-superuser') : message('page-server-no-superuser'),
    },
    { label: message('page-server-token-life'), ...life(token, now) },
    xType === null
      ? { label: message('page-server-x-type'), value: message('page-server-x-type-none') }
      : {
          label: message('page-server-x-type'),
          value: xType.name,
          mono: true,
          note: message('page-server-x-type-called', { name: xType.verboseName }),
        },
    {
      label: message('page-server-sources'),
      value:
        sources === null ? message('page-server-hidden') : message('page-server-sources-all', { all: sources.all }),
      note: sources && sources.all > 0 ? message('page-server-sources-x', { x: sources.x }) : undefined,
    },
    loginStage === null
      ? { label: message('page-server-login-page'), value: message('page-server-login-none') }
      : {
          label: message('page-server-login-page'),
          value: loginStage.name,
          mono: true,
          note: message('page-server-login-flow', { flow: loginStage.flow }),
        },
    ...(licence === null
      ? []
      : [
          {
            label: message('page-server-licence'),
            value: licence,
            mono: true,
            note: message('page-server-licence-why'),
          },
        ]),
  ];
}

function life(token: TokenLife, now: Date): { value: Message; note?: Message } {
  switch (token.life) {
    case 'never':
      return { value: message('page-server-token-for-ever') };
    case 'until': {
      const until = new Date(token.at);
      return { value: message('page-server-token-until', { day: day(until, now), time: clock(until) }) };
    }
    case 'unknown':
      return { value: message('page-server-token-unknown'), note: message('page-server-token-unknown-why') };
  }
}
