import { commands, type PlanView, type Confirmation, type View } from '../../lib/bindings';
import { call, viewChanges } from '../../lib/call';

/** The push or undo that runs or ran last, with its plan, which the view no longer contains at that time. */
export class PushRun {
  kind = $state<'push' | 'undo' | null>(null);
  plan = $state.raw<PlanView | null>(null);

  async push(plan: PlanView): Promise<void> {
    await this.#write('push', plan, () => commands.pushApply({ progress: viewChanges() }));
  }

  async undo(plan: PlanView, consent: Confirmation): Promise<void> {
    await this.#write('undo', plan, () => commands.pushUndo({ consent, progress: viewChanges() }));
  }

  async #write(kind: 'push' | 'undo', plan: PlanView, write: () => Promise<View>): Promise<void> {
    this.kind = kind;
    this.plan = plan;
    await call(write());
  }
}
