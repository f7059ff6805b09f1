import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { clearMocks } from '@tauri-apps/api/mocks';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import App from '../App.svelte';
import { fake } from '../gallery/fake';
import { runAction, overrideAction } from '../lib/actions';
import { registerFlush } from '../lib/pending-flush';
import { app } from '../lib/app-state.svelte';
import { panels } from '../lib/panels.svelte';
import { navigate } from '../lib/navigation.svelte';
import { loadPages } from './lazy-pages';

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name });

/** Checks that the rail marks this stage, and that the heading of its page has the focus, whatever the heading is. */
async function stage(name: string): Promise<void> {
  await vi.waitFor(() => expect(screen.getByRole('link', { current: 'step' })).toHaveTextContent(name));
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
}

async function open(name: string): Promise<void> {
  fake(name);
  render(App);
  await screen.findByRole('heading', { level: 1, name: /^(?!Starting)/ });
}

describe('the window', () => {
  beforeAll(loadPages);
  beforeEach(async () => {
    app.view = null;
    app.failure = null;
    app.fault = null;
    app.runningAction = null;
    await navigate('job');
  });
  afterEach(() => {
    panels.trace = false;
    clearMocks();
  });

  it('begins at Start without a job, and at the job’s stage with one', async () => {
    await open('start');
    expect(await heading('What do you want to do?')).toHaveFocus();
    expect(document.title).toBe('What do you want to do? – Sourcerer');
    await fireEvent.click(screen.getByRole('button', { name: 'Continue authentik.company' }));
    await stage('X app');
    expect(document.title).toMatch(/^Error: .+ – Sourcerer$/);
  });

  it('practises at once when it is launched so', async () => {
    history.replaceState(null, '', '#practice');
    await open('first');
    await stage('Server');
    expect(screen.getByRole('region', { name: 'Practice mode' })).toHaveTextContent('Nothing here is real');
    expect(location.hash).toBe('');
  });

  it('names the fault, and ends practice', async () => {
    await open('fault');
    const band = screen.getByRole('region', { name: 'Practice mode' });
    expect(band).toHaveTextContent('Proxy drops HTTPS');
    await fireEvent.click(within(band).getByRole('button', { name: 'End practice' }));
    expect(await heading('What do you want to do?')).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Practice mode' })).toBeNull();
  });

  it('opens a stage by its number, but none that waits for another', async () => {
    await open('stage');
    await fireEvent.keyDown(document.body, { code: 'Digit2', key: '2', altKey: true });
    await stage('Names');
    await fireEvent.keyDown(document.body, { code: 'Digit6', key: '6', altKey: true });
    await Promise.resolve();
    await stage('Names');
  });

  it('goes back a stage at a time, and from the first to Start', async () => {
    await open('stage');
    await fireEvent.keyDown(document.body, { code: 'Digit2', key: '2', altKey: true });
    await stage('Names');
    await fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    await stage('Server');
    await fireEvent.keyDown(document.body, { key: 'ArrowLeft', altKey: true });
    expect(await heading('What do you want to do?')).toBeVisible();
  });

  it('shows a diagnosis that a command refuses with, and takes it away again', async () => {
    await open('verify-several');
    expect(screen.queryByRole('alert')).toBeNull();
    const [link] = screen.getAllByRole('button', { name: 'Open your server’s sources' });
    await fireEvent.click(link ?? document.body);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The browser couldn’t be opened');
    expect(document.title).toMatch(/^Error: /);
    await fireEvent.click(within(alert).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('owns up to anything else as a fault of its own', async () => {
    await open('stage');
    await runAction('checkServer');
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong in Sourcerer');
    expect(screen.getByRole('alert')).toHaveTextContent('command server_check missing required key');
  });

  it('asks before a job is forgotten', async () => {
    await open('start');
    await fireEvent.click(screen.getByRole('button', { name: 'More for sso.northwind.example' }));
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Forget this job…' }));
    expect(screen.getByRole('button', { name: 'Cancel' })).toHaveFocus();
    await fireEvent.click(screen.getByRole('button', { name: 'Forget' }));
    await vi.waitFor(() => expect(screen.queryByText('sso.northwind.example')).toBeNull());
  });

  it('keeps a practice job that is closed, because it is saved nowhere', async () => {
    await open('practice');
    await fireEvent.click(screen.getByRole('button', { name: /Practice job/ }));
    await fireEvent.click(screen.getByRole('menuitem', { name: 'Close this job' }));
    await heading('What do you want to do?');
    expect(screen.getByRole('button', { name: 'Continue Practice job' })).toBeVisible();
  });

  it('finds an exchange by what is in it', async () => {
    await open('stage');
    await fireEvent.keyDown(document.body, { key: 'f', ctrlKey: true });
    const drawer = await screen.findByRole('region', { name: 'Request log' });
    const filter = within(drawer).getByRole('searchbox');
    await vi.waitFor(() => expect(filter).toHaveFocus());
    await within(drawer).findByText('127.0.0.1:40124/2/users/me');
    await fireEvent.input(filter, { target: { value: 'client-not-enrolled' } });
    expect(within(drawer).getAllByRole('listitem')).toHaveLength(1);
    await fireEvent.input(filter, { target: { value: 'nowhere' } });
    expect(within(drawer).getByText('No matches')).toBeVisible();
  });
});

describe('an act', () => {
  beforeEach(() => {
    fake('stage');
    app.view = null;
    app.runningAction = null;
  });
  afterEach(() => clearMocks());

  it('waits until what is typed is sent', async () => {
    const order: string[] = [];
    const release = overrideAction('push', () => void order.push('act'));
    const stop = registerFlush(async () => {
      await Promise.resolve();
      order.push('flush');
    });
    await runAction('push');
    expect(order).toEqual(['flush', 'act']);
    stop();
    await runAction('push');
    expect(order).toEqual(['flush', 'act', 'act']);
    release();
  });

  it('is done once, however often its button is pressed', async () => {
    let done = 0;
    const release = overrideAction('push', () => void (done += 1));
    await Promise.all([runAction('push'), runAction('push')]);
    expect(done).toBe(1);
    release();
  });
});
