import type { Message, PushPage } from '../../lib/bindings';
import { time } from '../../lib/format';
import { message } from '../../lib/i18n';

type Heading = { title: Message; lead: Message };

/** The heading of the page for each of its states. */
export function heading(page: PushPage, kind: 'push' | 'undo' | null): Heading {
  const { plan, done, count } = page;
  const host = page.host ?? '';
  if (page.pushing) {
    return {
      title:
        kind === 'undo'
          ? message('page-push-title-undoing')
          : message('page-push-title-pushing', { count: Math.max(1, page.steps.length) }),
      lead: message('page-push-lead-pushing', { host }),
    };
  }
  if (plan !== null) {
    const at = time(new Date(plan.comparedAt));
    switch (plan.state) {
      case 'alreadyAsItShouldBe':
        return {
          title: message('page-push-title-already'),
          lead: message('page-push-lead-already', { host, time: at }),
        };
      case 'blocked':
        return { title: message('page-push-title-blocked'), lead: lead(page, at) };
      case 'ready':
      case 'needsConsent':
        return { title: message('page-push-title', { count }), lead: lead(page, at) };
    }
  }
  if (done !== null && page.problem === null) {
    const at = time(new Date(done.at));
    return {
      title: message('page-push-title-done', { count: done.written }),
      lead: message(done.written === 0 ? 'page-push-lead-done-none' : 'page-push-lead-done', { host, time: at }),
    };
  }
  if (page.problem !== null && page.steps.length > 0) {
    return { title: message('page-push-title-stopped'), lead: message('page-push-lead-stopped') };
  }
  return { title: message('page-push-title-open'), lead: message('page-push-lead-open') };
}

function lead({ host, user }: PushPage, at: string): Message {
  return user === null
    ? message('page-push-lead-nobody', { host: host ?? '', time: at })
    : message('page-push-lead', { host: host ?? '', user, time: at });
}
