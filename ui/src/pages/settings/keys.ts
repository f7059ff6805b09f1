import type { Message } from '../../lib/bindings';
import { isMac } from '../../lib/keyboard';
import { message } from '../../lib/i18n';

const alt = message(isMac() ? 'page-settings-key-option' : 'page-settings-key-alt');
const ctrl = message(isMac() ? 'page-settings-key-cmd' : 'shell-ctrl');
const enter = message('shell-enter');
const shift = message('page-settings-key-shift');

/** The keyboard map. `…` is between the first and the last of a row of keys. */
export const keys: readonly { press: readonly (Message | string)[]; does: Message }[] = [
  { press: [enter], does: message('page-settings-does-enter') },
  { press: [message('page-settings-key-esc')], does: message('page-settings-does-esc') },
  { press: [alt, '←'], does: message('page-settings-does-back') },
  { press: [alt, '1', '…', alt, '6'], does: message('page-settings-does-stage') },
  { press: [ctrl, 'C'], does: message('page-settings-does-copy') },
  { press: [ctrl, enter], does: message('page-settings-does-push') },
  { press: [ctrl, shift, 'C'], does: message('page-settings-does-ticket') },
  { press: [ctrl, 'T'], does: message('page-settings-does-sent') },
  { press: [ctrl, 'F'], does: message('page-settings-does-filter') },
  { press: [ctrl, 'N'], does: message('page-settings-does-new') },
  { press: [ctrl, 'O'], does: message('page-settings-does-open') },
  { press: [ctrl, ','], does: message('shell-settings') },
  { press: [ctrl, '+', '…', ctrl, '−'], does: message('page-settings-does-zoom') },
  { press: [ctrl, '0'], does: message('page-settings-does-zoom-reset') },
  { press: ['F1'], does: message('page-settings-does-why') },
  { press: ['F5'], does: message('page-settings-does-again') },
  { press: ['F6'], does: message('page-settings-does-area') },
  { press: [shift, 'F6'], does: message('page-settings-does-area-back') },
];
