import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderStage } from '../../gallery/shown';
import { flushPending } from '../../lib/pending-flush';
import Names from './Names.svelte';
import { states } from './states';

it('sends what is typed before an act, with all that stands beside it', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(Names, states.usual);
  const slug = screen.getByLabelText('Slug');
  await user.clear(slug);
  await user.type(slug, 'x-login');
  await flushPending();
  expect(sent('names_edit').at(-1)).toEqual({
    entered: {
      name: 'X',
      slug: 'x-login',
      who: 'anyone',
      decided: true,
      email: false,
      scopes: '',
      terms: '',
      privacy: '',
      port: 8723,
    },
    access: { choice: 'anyone', list: '', group: '' },
  });
  expect(slug).toHaveValue('x-login');
});

it('sends a choice at once, and says its risk inside it', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(Names, states.usual, states.risk);
  const who = (): HTMLElement => screen.getByRole('radio', { name: 'Only these X accounts' });
  await user.click(who());
  expect(sent('names_edit')).toHaveLength(1);
  expect(screen.getByRole('radio', { name: 'Anyone with an X account' })).toHaveAccessibleDescription(/Risk:/);
  await user.click(screen.getByText('How X accounts match users', { selector: 'summary' }));
  await user.click(screen.getByRole('radio', { name: 'Anyone, unless the username is taken' }));
  expect(sent('names_edit').at(-1)).toMatchObject({ entered: { who: 'userNameDeny' } });
  expect(screen.getByRole('radio', { name: 'Link by username' })).toHaveAccessibleDescription(/Risk:/);
});

it('keeps a refusal quiet while the field is typed in', async () => {
  const user = userEvent.setup();
  renderStage(Names, states.usual, states.refused);
  const slug = screen.getByLabelText('Slug');
  await user.type(slug, ' login');
  expect(slug).toBeValid();
  await user.tab();
  await flushPending();
  expect(slug).toBeInvalid();
});

it('asks for the two links once the e-mail address is wanted', () => {
  renderStage(Names, states.links);
  expect(screen.getByLabelText('Link to your terms of service')).toHaveValue('https://company.example/terms');
  expect(screen.getByLabelText('Link to your privacy policy')).toHaveValue('');
  screen.getByText(/only with both links/);
});

it('lets nobody go on with a line of the list that is no account', () => {
  renderStage(Names, states.listed);
  screen.getByText('Line 3 has neither an X account ID nor a handle.');
  expect(states.listed.names.bar).toMatchObject({ ready: false });
});

it('lets nobody go on with a slug that another kind of source has', () => {
  renderStage(Names, states.foreign);
  expect(screen.getByLabelText('Slug')).toHaveAccessibleDescription(/isn’t an X source/);
  expect(screen.getByLabelText('Slug')).toBeInvalid();
  expect(states.foreign.names.bar).toMatchObject({ ready: false });
});
