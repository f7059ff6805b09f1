import type { CallbackComparison, WantedCallback } from '../../../lib/bindings';
import { message } from '../../../lib/i18n';
import type { Check } from '../../../parts/checks';

/** The wanted callbacks as one row each: present, different or missing. */
export function callbackChecks({ wanted }: CallbackComparison): Check[] {
  return wanted.map((one) => ({ id: one.name, title: one.label, ...standing(one) }));
}

function standing({
  standing: found,
  says,
  url,
}: WantedCallback): Pick<Check, 'tone' | 'detail' | 'verdict' | 'aside'> {
  switch (found.is) {
    case 'there':
      return { tone: 'ok', detail: url, verdict: message('page-xapp-paste-is-there') };
    case 'differs':
      return {
        tone: 'bad',
        verdict: message('page-xapp-paste-differs'),
        aside: message('page-xapp-paste-line', { line: found.line }),
      };
    case 'missing':
      return { tone: 'bad', detail: says[0], verdict: message('page-xapp-paste-missing') };
  }
}
