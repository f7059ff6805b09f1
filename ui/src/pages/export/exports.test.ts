import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import type { ExportPage } from '../../lib/bindings';
import { app } from '../../lib/app-state.svelte';
import { entries, isFormat, report } from './entries';
import Exports from './Exports.svelte';
import { exportText, states, views } from './states';

const { export: offered } = states.offered;
const { export: ready } = states.ready;

let asked: string[] = [];
let refused = false;

beforeEach(() => {
  asked = [];
  refused = false;
  mockIPC((command, args) => {
    asked.push(command);
    if (command === 'report_text') return '# Sign in with X';
    if (command === 'export_text') {
      const { format } = args as { format: keyof typeof exportText };
      return exportText[format];
    }
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (refused) throw offered.why ?? { severity: 'breaks', remedy: { id: 'x', args: {} } };
    return views.ready;
  });
});

const opened = async (page: ExportPage, entry: string): Promise<void> => {
  render(Exports, { page });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Report and exports' }));
  await user.click(screen.getByRole('menuitem', { name: new RegExp(`^${entry}`) }));
};

test('every entry of the menu is the report, a format, or a line', () => {
  expect(entries.every((entry) => entry === 'line' || entry.id === report || isFormat(entry.id))).toBe(true);
});

test('the report opens without a look at the server', async () => {
  await opened(offered, 'Report');
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
  expect(asked).not.toContain('export_look');
});

test('what is chosen is read, shown and saved as that', async () => {
  await opened(ready, 'Blueprint');
  expect(await screen.findByText(/!Env X_CLIENT_SECRET/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'File' }));
  expect(await screen.findByText(/!File/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Save…' }));
  expect(asked).toEqual(['export_look', 'export_text', 'export_text', 'export_save']);
});

test('a server that could not be read is said above the text', async () => {
  const unread = { id: 'export-unread-window', args: {} };
  await opened({ ...offered, ready: true, unread }, 'Terraform');
  expect(await screen.findByText(/without reading the server/)).toBeInTheDocument();
});

test('without a look nothing is shown that the page would hide', async () => {
  refused = true;
  await opened(offered, 'curl script');
  expect(app.failure).not.toBeNull();
  expect(asked).not.toContain('export_text');
});
