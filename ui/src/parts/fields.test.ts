import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Field from './Field.svelte';
import SecretField from './SecretField.svelte';

describe('Field', () => {
  it('checks on paste and on leaving, never per keystroke and never when empty', async () => {
    const user = userEvent.setup();
    const oncheck = vi.fn();
    render(Field, { label: 'Slug', value: '', oncheck });
    const input = screen.getByLabelText('Slug');
    await user.click(input);
    await user.tab();
    await user.type(input, 'x');
    expect(oncheck).not.toHaveBeenCalled();
    await user.tab();
    expect(oncheck.mock.lastCall).toEqual(['x']);
    await user.click(input);
    await user.paste('-login');
    await vi.waitFor(() => expect(oncheck.mock.lastCall).toEqual(['x-login']));
  });

  it('tells a refusal to the ear as well', () => {
    render(Field, {
      label: 'Client ID',
      value: 'q8Rt',
      tone: 'bad',
      verdict: 'This is the API Key.',
      hint: '34 characters.',
    });
    const input = screen.getByLabelText('Client ID');
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('34 characters. This is the API Key.');
  });
});

describe('SecretField', () => {
  it('hands a pasted secret over once and keeps nothing of it', async () => {
    const user = userEvent.setup();
    const onsecret = vi.fn();
    const { container } = render(SecretField, { label: 'Client Secret', onsecret });
    await user.click(screen.getByLabelText('Client Secret'));
    await user.paste('canary-secret');
    await vi.waitFor(() => expect(onsecret).toHaveBeenCalledWith('canary-secret'));
    await user.tab();
    expect(onsecret).toHaveBeenCalledOnce();
    expect(screen.getByLabelText('Client Secret')).toHaveValue('');
    expect(container.innerHTML).not.toContain('canary-secret');
  });

  it('keeps Enter from reaching the filled button before the secret is taken', async () => {
    const user = userEvent.setup();
    const onsecret = vi.fn();
    const outside = vi.fn();
    window.addEventListener('keydown', outside);
    render(SecretField, { label: 'Client Secret', onsecret });
    await user.type(screen.getByLabelText('Client Secret'), 's');
    outside.mockClear();
    await fireEvent.keyDown(screen.getByLabelText('Client Secret'), { key: 'Enter' });
    window.removeEventListener('keydown', outside);
    expect(onsecret).toHaveBeenCalledWith('s');
    expect(outside).not.toHaveBeenCalled();
  });
});
