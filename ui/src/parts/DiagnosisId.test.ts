import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { app } from '../lib/app-state.svelte';
import { views } from '../pages/credentials/states';
import { states } from '../pages/export/states';
import DiagnosisBanner from './DiagnosisBanner.svelte';

it('names the diagnosis for a ticket, and copies the id alone', async () => {
  const user = userEvent.setup();
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  const diagnosis = states.unread.export.why;
  if (diagnosis === null) throw new Error('no diagnosis');
  render(DiagnosisBanner, { diagnosis });
  const texts = [...document.querySelectorAll('.known span')].map((part) => part.textContent);
  expect(texts).toContain('Diagnosis api-token-refused');
  await user.click(screen.getByRole('button', { name: 'Copy the diagnosis ID' }));
  expect(copied).toHaveBeenCalledWith('api-token-refused');
});

it('says how old what it rests on is, with the day at hand', () => {
  app.view = { ...views.refused };
  const diagnosis = views.refused.job?.credentials.problem;
  if (!diagnosis) throw new Error('no diagnosis');
  render(DiagnosisBanner, { diagnosis });
  const checked = screen.getByText('Checked 3 months ago.');
  expect(checked).toHaveAttribute('datetime', '2026-08-22');
  expect(checked).toHaveAttribute('title', 'Aug 22, 2026');
});

it('says no age of what was read just now', () => {
  app.view = { ...views.refused };
  const diagnosis = states.unread.export.why;
  if (diagnosis === null) throw new Error('no diagnosis');
  render(DiagnosisBanner, { diagnosis });
  expect(screen.queryByText(/Checked/)).toBeNull();
});
