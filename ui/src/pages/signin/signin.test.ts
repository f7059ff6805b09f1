import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderStage } from '../../gallery/shown';
import SignIn from './SignIn.svelte';
import { states } from './states';

describe('while nothing comes back', () => {
  it('takes “Something went wrong” from the beginning on', async () => {
    const { sent } = renderStage(SignIn, states.running);
    await userEvent.setup().click(screen.getByRole('button', { name: 'I see “Something went wrong” on X' }));
    expect(sent('signin_control')).toEqual([{ control: { sees: 'somethingWrong' } }]);
    expect(screen.queryByText('Still waiting')).toBeNull();
  });

  it('tells what the person sees, by the keyboard alone', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(SignIn, states.still);
    screen.getByRole('button', { name: 'X asks you to authorize the app the test goes on' }).focus();
    await user.keyboard('{Enter}');
    await user.tab();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(sent('signin_control')).toEqual([{ control: 'seesConsent' }, { control: { sees: 'otherAccount' } }]);
  });
});

describe('the pasted address', () => {
  const field = () => screen.getByLabelText('Address from the browser');

  it('is handed over once, and stays where it is of no use', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(SignIn, states.still, states.pasteForeign);
    await user.click(screen.getByRole('button', { name: /on another computer/ }));
    expect(field()).toHaveFocus();
    await user.paste('https://elsewhere.example/?code=canary');
    await screen.findByText(/another address/);
    await user.tab();
    expect(field()).toHaveValue('https://elsewhere.example/?code=canary');
    expect(sent('signin_paste')).toHaveLength(1);
  });

  it('is gone once it is taken', async () => {
    const user = userEvent.setup();
    const { signin } = states.pasteForeign;
    const taken = {
      ...states.pasteForeign,
      signin: { ...signin, pasted: { taken: true, words: { id: 'signin-paste-code', args: {} } } },
    };
    const { container } = renderStage(SignIn, states.running, taken);
    await user.click(screen.getByRole('button', { name: 'Browser on another computer' }));
    await user.type(field(), 'canary-code{Enter}');
    await expect.poll(() => (field() as HTMLInputElement).value).toBe('');
    expect(container.innerHTML).not.toContain('canary');
  });
});

it('strikes out what can’t be it, and says why', () => {
  // The evidence of the legs is left out, because it is read from the request log.
  const { container } = renderStage(SignIn, {
    ...states.stuck,
    signin: { ...states.stuck.signin, outcome: states.stopped.signin.outcome },
  });
  const struck = [...container.querySelectorAll('s')].map((cause) => cause.textContent);
  expect(struck).toHaveLength(6);
  expect(struck).toContain('The API Key was entered instead of the Client ID');
  // The ending of a Client ID doesn’t prove the type of the app.
  expect(struck).not.toContain('The type of app isn’t meant for web sign-in');
  // The choice of a private window is not in this list.
  expect(container.querySelectorAll('ol input[type=checkbox]')).toHaveLength(6);
});
