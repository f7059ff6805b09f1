import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
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
  await user.click(screen.getByRole('button', { name: 'Copy the diagnosis’ id' }));
  expect(copied).toHaveBeenCalledWith('api-token-refused');
});
