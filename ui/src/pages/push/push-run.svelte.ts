import { Channel } from '@tauri-apps/api/core';
import { commands, type PlanView, type Confirmation, type PushProgress, type View } from '../../lib/bindings';
import { ask, call } from '../../lib/call';
import { app } from '../../lib/app-state.svelte';

/** The push or undo that runs or ran last, with its plan, which the view no longer contains at that time. */
export class PushRun {
  kind = $state<'push' | 'undo' | null>(null);
  plan = $state.raw<PlanView | null>(null);

  async push(plan: PlanView): Promise<void> {
    await this.#write('push', plan, (progress) => commands.pushApply({ progress }));
  }

  async undo(plan: PlanView, consent: Confirmation): Promise<void> {
    await this.#write('undo', plan, (progress) => commands.pushUndo({ consent, progress }));
  }

  async #write(
    kind: 'push' | 'undo',
    plan: PlanView,
    write: (to: Channel<PushProgress[]>) => Promise<View>,
  ): Promise<void> {
    this.kind = kind;
    this.plan = plan;
    let over = false;
    // The view contains the steps too, together with the footer that belongs to them. A late answer is outdated.
    const progress = new Channel<PushProgress[]>(() => {
      void ask(commands.appView()).then((view) => {
        if (view !== undefined && !over) app.view = view;
      });
    });
    await call(
      write(progress).finally(() => {
        over = true;
      }),
    );
  }
}
