import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { clearMocks } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import App from '../../App.svelte';
import { fake } from '../../gallery/fake';
import { app } from '../../lib/app-state.svelte';
import { views } from './states';
import { matches } from './job-search';

/** Opens the window with one of the recorded views. */
async function open(name: 'start' | 'many' | 'crashed'): Promise<void> {
  app.view = null;
  fake(name);
  render(App);
  await screen.findByRole('heading', { level: 1, name: 'What do you want to do?' });
}

describe('the list of jobs', () => {
  afterEach(clearMocks);

  it('has a field to search only where there are many, and folds what is archived', async () => {
    await open('many');
    const search = screen.getByRole('searchbox', { name: 'Search jobs' });
    expect(screen.getByText('Archived (2)')).toBeVisible();
    await fireEvent.input(search, { target: { value: 'after move' } });
    expect(screen.getByRole('button', { name: 'Open Harbour, after the move' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /northwind/ })).toBeNull();
    await fireEvent.input(search, { target: { value: 'nothing like this' } });
    expect(screen.getByText('No job matches.')).toBeVisible();
  });

  it('has none where there are few', async () => {
    await open('start');
    expect(screen.queryByRole('searchbox')).toBeNull();
    expect(screen.queryByText(/^Archived/)).toBeNull();
  });

  it('begins a new name with the one that the job has', async () => {
    await open('many');
    await fireEvent.click(screen.getByRole('button', { name: 'More for Harbour, after the move' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Rename job' }));
    const dialog = screen.getByRole('dialog', { name: 'Rename job' });
    await vi.waitFor(() =>
      expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveValue('Harbour, after the move'),
    );
  });

  it('offers a report of a crash', async () => {
    await open('crashed');
    expect(screen.getByText('Sourcerer closed unexpectedly last time')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Report a problem' })).toBeVisible();
  });
});

describe('the search', () => {
  const card = views.many.home.jobs.find(({ label }) => label !== '');
  it.each([
    ['', true],
    ['HARBOUR', true],
    ['move login.harbour', true],
    ['x', true],
    ['northwind', false],
  ])('finds by %o: %s', (words, found) => {
    expect(card && matches(card, words)).toBe(found);
  });
});
