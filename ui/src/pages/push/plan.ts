import type {
  Change,
  ChangeAction,
  FieldChange,
  ChangeGroup,
  ChangeTarget,
  MappingOutcome,
  Message,
  PlanView,
  RiskLevel,
  DisplayValue,
} from '../../lib/bindings';
import { message, type DisplayText } from '../../lib/i18n';
import type { ChangeRow, ValuePiece } from '../../parts/change';
import type { IconName } from '../../parts/icons';
import type { Tone } from '../../parts/tone';

export const actionPills: Record<ChangeAction, { tone: Tone; text: Message }> = {
  create: { tone: 'ok', text: message('page-push-new') },
  change: { tone: 'note', text: message('page-push-change') },
  remove: { tone: 'bad', text: message('page-push-remove') },
  leaveOut: { tone: 'idle', text: message('page-push-left-out') },
  nothing: { tone: 'idle', text: message('page-push-nothing') },
};

export const targetIcons: Record<ChangeTarget, IconName> = {
  mapping: 'doing',
  source: 'server',
  secret: 'key',
  sourceStage: 'doing',
  binding: 'doing',
  connection: 'user',
  loginPage: 'user',
  policy: 'key',
  policyBinding: 'key',
  flow: 'doing',
  writeStage: 'user',
  denyStage: 'doing',
  group: 'user',
};

/** The tone for the result of the server's own test of a mapping. */
export const outcomeTone: Record<MappingOutcome, Tone> = { ran: 'ok', raised: 'bad', untested: 'idle' };

export const weightTone: Record<RiskLevel, Tone> = { note: 'note', risk: 'warn', danger: 'bad' };

/** Groups changes that serve one purpose, in their order. */
export function groupChanges(changes: Change[]): { group: ChangeGroup; changes: Change[] }[] {
  const groups = new Map<ChangeGroup, Change[]>();
  for (const change of changes) groups.set(change.group, [...(groups.get(change.group) ?? []), change]);
  return [...groups].map(([group, all]) => ({ group, changes: all }));
}

/** Values that are typed or compared, by their names in the API. They are shown in the fixed-width face. */
const mono = new Set([
  'slug',
  'consumer_key',
  'authentication_flow',
  'enrollment_flow',
  'user_path_template',
  'additional_scopes',
]);

const plainText = (shows: DisplayValue): DisplayText => (shows.kind === 'list' ? shows.value.join(', ') : shows.value);

/**
 * The value after the change: the slug is marked as the admin's own choice, and new entries of a list are highlighted.
 */
function plannedValue({ name, now, will }: FieldChange): DisplayText | ValuePiece[] {
  if (name === 'slug' && will.kind === 'text') return [{ text: will.value, marked: true }];
  if (will.kind !== 'list') return plainText(will);
  const before = new Set(now?.kind === 'list' ? now.value : []);
  return will.value.flatMap((text, at): ValuePiece[] => [
    ...(at > 0 ? [{ text: ', ' }] : []),
    { text, added: !before.has(text) },
  ]);
}

/** A change's fields in the form of the table. */
export function changeRows({ fields }: Change): ChangeRow[] {
  return fields.map((field) => ({
    field: field.label,
    before: field.now !== null ? plainText(field.now) : field.secret ? message('page-push-never-shown') : undefined,
    after: plannedValue(field),
    mono: mono.has(field.name) && field.will.kind !== 'words',
  }));
}

/** The request as it would be sent. */
export function requestText({ data }: Change): string | undefined {
  return data === null ? undefined : [`${data.method} ${data.path}`, data.body].filter(Boolean).join('\n');
}

/** authentik's built-in source, which every server has: it is in the list, but has no button. */
const BUILT_IN = 'authentik Built-in';

/** The buttons of the login page after the change, and which of them is new. */
export function loginButtons({ fields }: Change): { name: string; isNew: boolean }[] {
  const sources = fields.find((field) => field.name === 'sources');
  if (sources?.will.kind !== 'list') return [];
  const before = new Set(sources.now?.kind === 'list' ? sources.now.value : []);
  return sources.will.value.filter((name) => name !== BUILT_IN).map((name) => ({ name, isNew: !before.has(name) }));
}

/** The title of a step, from the plan while there is one. */
export function stepTitle(change: string, plan: PlanView | null): DisplayText {
  const planned = plan?.changes.find(({ id }) => id === change)?.title;
  return planned ?? message(change === 'login-page' ? 'page-push-step-login-page' : 'page-push-step-source');
}
