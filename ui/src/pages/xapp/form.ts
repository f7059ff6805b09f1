import type { FormField, GuideAction, GuideStep, XAppPage } from '../../lib/bindings';
import type { DrawnField, DrawnPart, DrawnRow } from '../../parts/drawing';

/** X's form as it is filled in so far: the fields of ticked steps have their values. */
export function drawnForm(page: XAppPage): DrawnPart[] {
  const fields: DrawnField[] = [];
  for (const field of page.form) {
    const rows = rowsOf(field, page);
    const last = fields.at(-1);
    // A switch has its label next to it and is below the field before it, as on X.
    if (field.control.control === 'switch' && last !== undefined) last.rows.push(...rows);
    else fields.push({ id: field.id, label: field.label, rows, filled: isFilled(field, page) });
  }
  return [...fields, ...saveButtons(page)];
}

/** The part of the drawing to which the open action belongs. */
export function markedPart(page: XAppPage): string | undefined {
  const open = page.actions.find(({ id }) => id === page.open);
  // The buttons are the last part of the form, and the last step begins with them.
  return (
    open?.steps.find((step) => step.field !== null && !page.ticked.includes(step.id))?.field ??
    open?.steps.find(({ field }) => field !== null)?.field ??
    open?.id
  );
}

/** X's name of the form, which is the text of the link to it. */
export function formTitle(page: XAppPage): string | undefined {
  return page.actions.find(({ id }) => id === 'authentication')?.steps[0]?.label;
}

const stepsOf = (field: FormField, { actions }: XAppPage): GuideStep[] =>
  actions.flatMap(({ steps }) => steps).filter((step) => step.field === field.id);

function isFilled(field: FormField, page: XAppPage): boolean {
  const about = stepsOf(field, page);
  return about.length > 0 && about.every(({ id }) => page.ticked.includes(id));
}

function rowsOf(field: FormField, page: XAppPage): DrawnRow[] {
  const { control } = field;
  const ticked = (step: GuideStep): boolean => page.ticked.includes(step.id);
  const steps = stepsOf(field, page);
  switch (control.control) {
    case 'choice': {
      const chosen = steps.find((step) => step.kind === 'choose' && ticked(step))?.value?.text;
      return control.choices.map(({ label }) => ({ kind: 'choice', label, on: label === chosen }));
    }
    case 'switch': {
      const turned = page.actions
        .flatMap((action) => action.steps)
        .some((step) => isSwitchOf(step, field) && ticked(step));
      return [{ kind: 'switch', label: field.label, on: turned }];
    }
    case 'urls': {
      const typed = steps.filter(({ kind }) => kind === 'type');
      const boxes = typed.map((step): DrawnRow => ({
        kind: 'box',
        value: ticked(step) ? step.value?.text : undefined,
      }));
      return [...(boxes.length > 0 ? boxes : [{ kind: 'box' } as const]), { kind: 'more', label: control.add }];
    }
    case 'url':
    case 'text': {
      const typed = steps.find((step) => step.kind === 'type' && ticked(step))?.value?.text;
      const prefilled = control.control === 'url' ? control.prefilled : null;
      return [{ kind: 'box', value: typed ?? prefilled ?? undefined }];
    }
  }
}

/** A switch belongs to the action of the field above it; its label distinguishes the two. */
const isSwitchOf = (step: GuideStep, field: FormField): boolean => step.kind === 'switch' && step.label === field.label;

function saveButtons({ actions }: XAppPage): DrawnField[] {
  const save = actions.at(-1);
  return save === undefined ? [] : [{ id: save.id, rows: [buttons(save)] }];
}

const buttons = ({ steps }: GuideAction): DrawnRow => ({
  kind: 'buttons',
  labels: steps.filter(({ kind }) => kind === 'press').map(({ label }) => label),
});
