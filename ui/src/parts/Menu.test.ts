import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import Menu from './Menu.svelte';

const setup = (): { user: ReturnType<typeof userEvent.setup>; onpick: (id: string) => void } => {
  const onpick = vi.fn();
  render(Menu, {
    label: 'Exports',
    items: [{ id: 'a', title: 'Blueprint' }, 'line', { id: 'b', title: 'Terraform' }],
    onpick,
  });
  return { user: userEvent.setup(), onpick };
};
const item = (name: string): HTMLElement => screen.getByRole('menuitem', { name });

describe('Menu', () => {
  it('walks with the arrow keys, around both ends', async () => {
    const { user, onpick } = setup();
    await user.click(screen.getByRole('button', { name: 'Exports' }));
    expect(item('Blueprint')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(item('Terraform')).toHaveFocus();
    await user.keyboard('{ArrowDown}');
    expect(item('Blueprint')).toHaveFocus();
    await user.keyboard('{ArrowUp}{Enter}');
    expect(onpick).toHaveBeenCalledWith('b');
    expect(screen.queryByRole('menu')).toBeNull();
  });

  it('closes on Escape and gives the focus back', async () => {
    const { user, onpick } = setup();
    await user.click(screen.getByRole('button', { name: 'Exports' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(screen.getByRole('button', { name: 'Exports' })).toHaveFocus();
    expect(onpick).not.toHaveBeenCalled();
  });

  it('closes when pressed elsewhere, and on its own button', async () => {
    const { user } = setup();
    const button = screen.getByRole('button', { name: 'Exports' });
    await user.click(button);
    await user.click(button);
    expect(screen.queryByRole('menu')).toBeNull();
    await user.click(button);
    await user.click(document.body);
    expect(screen.queryByRole('menu')).toBeNull();
  });
});
