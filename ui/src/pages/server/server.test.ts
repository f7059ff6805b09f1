import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderStage } from '../../gallery/shown';
import { viewWith } from '../../states/recorded';
import { flushPending } from '../../lib/pending-flush';
import { app } from '../../lib/app-state.svelte';
import Server from './Server.svelte';
import { states } from './states';

describe('the API token', () => {
  it('is handed over once when pasted, and is gone once it is kept', async () => {
    const user = userEvent.setup();
    const { container, sent } = renderStage(Server, states.address, states.inMemory);
    await user.click(screen.getByLabelText('API token'));
    await user.paste('canary-token');
    await screen.findByRole('group', { name: 'API token' });
    await flushPending();
    expect(sent('server_store_token')).toEqual([{ token: 'canary-token', place: 'keyring' }]);
    expect(container.innerHTML).not.toContain('canary-token');
    expect(screen.getByRole('button', { name: 'Replace' })).not.toHaveFocus();
  });

  it('stays in its field where the keyring is missing, and can be kept in memory', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(Server, states.address, states.noKeyring);
    const field = screen.getByLabelText('API token');
    await user.type(field, 'canary-token');
    await user.tab();
    await screen.findByText('This computer has no keyring');
    expect(field).toHaveValue('canary-token');
    await flushPending();
    expect(sent('server_store_token')).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Keep in memory until Sourcerer closes' }));
    expect(sent('server_store_token')[1]).toEqual({ token: 'canary-token', place: 'memory' });
  });

  it('waits in its field for an address, and is then tried once', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(Server, states.empty, states.address);
    await user.type(screen.getByLabelText('API token'), 'canary-token');
    await user.tab();
    expect(sent('server_store_token')).toEqual([]);
    app.view = viewWith(states.address);
    await vi.waitFor(() => expect(sent('server_store_token')).toHaveLength(1));
    await vi.waitFor(() => expect(app.busy).toBe(false));
    app.view = viewWith({ ...states.address, server: { ...states.address.server } });
    await Promise.resolve();
    expect(sent('server_store_token')).toHaveLength(1);
  });
});

it('sends the address before an act', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(Server, states.empty, states.address);
  await user.type(screen.getByLabelText('authentik address'), 'https://authentik.company/if/admin/');
  await flushPending();
  expect(sent('server_edit').at(-1)).toEqual({ address: 'https://authentik.company/if/admin/', allowHttp: false });
  expect(screen.getByText('authentik.company')).toBeVisible();
});

it('asks before plain http, and takes the answer', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(Server, states.plainHttp, states.plainHttpAgreed);
  await user.click(screen.getByRole('checkbox', { name: 'Allow unencrypted HTTP for this server' }));
  expect(sent('server_edit')).toEqual([{ address: 'http://auth.lan:9000', allowHttp: true }]);
});

describe('the way to the server', () => {
  it('says how each leg went, and what was not reached', () => {
    renderStage(Server, states.guarded);
    const legs = screen.getAllByRole('listitem').map((leg) => leg.textContent);
    expect(legs.find((leg) => leg.includes('authentik detected'))).toContain('Failed');
    expect(legs.filter((leg) => leg.includes('Skipped'))).toHaveLength(3);
  });

  it('offers the role in three texts to whoever lacks rights', async () => {
    const user = userEvent.setup();
    renderStage(Server, states.rights);
    expect(screen.getByText(/name the role/)).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'Blueprint' }));
    expect(screen.getByRole('group', { name: 'Blueprint' })).toHaveTextContent('authentik_rbac.role');
    await user.click(screen.getByRole('radio', { name: 'API calls' }));
    expect(screen.getByRole('group', { name: 'API calls' })).toHaveTextContent('/rbac/roles/');
  });
});
