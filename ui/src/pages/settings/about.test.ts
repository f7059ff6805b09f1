import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { views } from '../credentials/states';
import { app } from '../../lib/app-state.svelte';
import About from './About.svelte';

it('says of each kind of fact how many there are and how old the oldest is', () => {
  const view = views.refused;
  app.view = view;
  render(About, { facts: view.facts, version: view.settings.version });
  const shown = view.facts.groups.map(({ oldest }) => oldest);
  const lines = [...document.querySelectorAll('time')];
  expect(lines.map((line) => line.dateTime)).toEqual(shown);
  const limits = screen.getByText('X’s prices and limits: 9 facts, the oldest checked 3 months ago');
  expect(limits).toHaveAttribute('title', 'Aug 22, 2026');
});

it('shows the licenses of everything that the program contains, once they are wanted', async () => {
  const view = views.refused;
  render(About, { facts: view.facts, version: view.settings.version });
  const name = 'Licenses of what Sourcerer contains';
  const region = screen.getByRole('region', { name, hidden: true });
  expect(region).toHaveTextContent('');
  await fireEvent.click(screen.getByRole('button', { name }));
  await vi.waitFor(() => expect(region).toHaveTextContent(/crate tauri 2\..*npm svelte 5\./), { timeout: 20_000 });
  expect(region).toHaveTextContent('SIL OPEN FONT LICENSE');
}, 30_000);
