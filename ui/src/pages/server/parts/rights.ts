import type { GrantedRights, Message, Right, RightState } from '../../../lib/bindings';
import { message } from '../../../lib/i18n';
import type { Check } from '../../../parts/checks';
import type { Tone } from '../../../parts/tone';

/** The labels of the rights. `detail` is what isn't possible without a right that the push doesn't need. */
const rightLabels: Partial<Record<Right, { title: Message; detail?: Message }>> = {
  viewSource: { title: message('page-server-right-view-source') },
  addSource: { title: message('page-server-right-add-source') },
  changeSource: { title: message('page-server-right-change-source') },
  deleteSource: {
    title: message('page-server-right-delete-source'),
    detail: message('page-server-right-delete-source-why'),
  },
  viewFlow: { title: message('page-server-right-view-flow') },
  viewStage: { title: message('page-server-right-view-stage') },
  changeStage: { title: message('page-server-right-change-stage') },
  viewEvents: { title: message('page-server-right-view-events'), detail: message('page-server-right-view-events-why') },
  viewConnections: {
    title: message('page-server-right-view-connections'),
    detail: message('page-server-right-view-connections-why'),
  },
  viewUsers: { title: message('page-server-right-view-users'), detail: message('page-server-right-view-users-why') },
  viewMapping: {
    title: message('page-server-right-view-mapping'),
    detail: message('page-server-right-view-mapping-why'),
  },
  addMapping: { title: message('page-server-right-add-mapping'), detail: message('page-server-right-add-mapping-why') },
  changeMapping: { title: message('page-server-right-change-mapping') },
  deleteMapping: { title: message('page-server-right-delete-mapping') },
  viewBinding: { title: message('page-server-right-view-binding') },
  addConnection: { title: message('page-server-right-add-connection') },
  deleteConnection: { title: message('page-server-right-delete-connection') },
  addBinding: { title: message('page-server-right-add-binding') },
  deleteBinding: { title: message('page-server-right-delete-binding') },
  viewSourceStage: { title: message('page-server-right-view-source-stage') },
  addSourceStage: { title: message('page-server-right-add-source-stage') },
  changeSourceStage: { title: message('page-server-right-change-source-stage') },
  deleteSourceStage: { title: message('page-server-right-delete-source-stage') },
  viewBrand: { title: message('page-server-right-view-brand') },
  viewSecret: { title: message('page-server-right-view-secret') },
  addSecret: { title: message('page-server-right-add-secret') },
  changeSecret: { title: message('page-server-right-change-secret') },
  deleteSecret: {
    title: message('page-server-right-delete-secret'),
    detail: message('page-server-right-delete-secret-why'),
  },
  viewSecretValue: {
    title: message('page-server-right-view-secret-value'),
    detail: message('page-server-right-view-secret-value-why'),
  },
};

const allowedTone: Record<GrantedRights, Tone> = { allowed: 'ok', refused: 'warn', unknown: 'idle' };

/** A right in plain words, as a row. */
export function rightCheck({ right, allowed }: RightState): Check {
  // Only the choice of who gets in needs the others, and a plan names those that are missing.
  const label: { title: Message; detail?: Message } = rightLabels[right] ?? {
    title: message('page-server-right-access'),
  };
  const row = { id: right, tone: allowedTone[allowed], ...label };
  switch (allowed) {
    case 'allowed':
      return { ...row, detail: undefined, aside: message('page-server-allowed') };
    case 'refused':
      return { ...row, verdict: message('page-server-refused') };
    case 'unknown':
      return { ...row, aside: message('page-server-untried') };
  }
}
