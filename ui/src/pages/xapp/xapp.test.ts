import { screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderStage } from '../../gallery/shown';
import { viewWith } from '../../states/recorded';
import { drawnForm, markedPart } from './form';
import { sightings, states } from './states';
import XApp from './XApp.svelte';

// jsdom has no layout.
Element.prototype.scrollIntoView = vi.fn();

describe('a value', () => {
  const copy = 'Copy test callback';

  it('is done when it is copied, and only once', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(XApp, states.callbacks);
    await user.click(screen.getByRole('button', { name: copy }));
    await vi.waitFor(() => expect(sent('xapp_tick')).toEqual([{ step: 'test-callback', done: true }]));
    // This one was copied before.
    await user.click(screen.getByRole('button', { name: 'Copy authentik’s callback' }));
    expect(sent('xapp_tick')).toHaveLength(1);
  });

  it('leads on to the next action when its own is done with it', async () => {
    const user = userEvent.setup();
    renderStage(XApp, states.callbacks, states.save);
    await user.click(screen.getByRole('button', { name: copy }));
    await vi.waitFor(() => expect(document.activeElement).toHaveTextContent('Save, then copy'));
  });
});

describe('the drawing', () => {
  it('holds what is ticked off, and nothing else', () => {
    const parts = drawnForm(states.callbacks.xapp);
    const field = (id: string): unknown => parts.find((part) => 'id' in part && part.id === id);
    expect(field('app-permissions')).toMatchObject({
      filled: true,
      rows: [
        { kind: 'choice', label: 'Read', on: true },
        { kind: 'choice', on: false },
        { kind: 'choice', on: false },
        { kind: 'switch', label: 'Request email from users', on: false },
      ],
    });
    expect(field('callback')).toMatchObject({
      filled: false,
      rows: [
        { kind: 'box', value: 'https://authentik.company/source/oauth/callback/twitter/' },
        { kind: 'box', value: undefined },
        { kind: 'more', label: '+ Add another URI / URL' },
      ],
    });
    expect(field('website')).toMatchObject({ rows: [{ kind: 'box', value: undefined }] });
  });

  it('marks the field of the open action, and the button at the end', () => {
    expect(markedPart(states.callbacks.xapp)).toBe('callback');
    expect(markedPart(states.begun.xapp)).toBe('open-app');
    expect(markedPart(states.save.xapp)).toBe('keep');
    expect(markedPart(states.done.xapp)).toBe('keep');
  });
});

describe('the list that X shows', () => {
  it('is compared when it is pasted, and can be cleared', async () => {
    const user = userEvent.setup();
    const { sent } = renderStage(XApp, states.begun);
    const box = screen.getByLabelText('Callbacks on X, one per line');
    await user.click(box);
    await user.paste('https://authentik.company/\nhttp://127.0.0.1:8723/callback');
    await vi.waitFor(() =>
      expect(sent('xapp_paste')).toEqual([{ text: 'https://authentik.company/\nhttp://127.0.0.1:8723/callback' }]),
    );
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(sent('xapp_paste')[1]).toEqual({ text: '' });
  });

  it('names each thing that differs and marks it', () => {
    renderStage(XApp, states.differs);
    screen.getByText('The slash at the end is missing.');
    const diff = screen.getByRole('group', { name: /byte 5: “s” is missing/ });
    expect([...diff.querySelectorAll('.missing')]).toHaveLength(2);
    expect([...diff.querySelectorAll('.wanted')].map((box) => box.textContent)).toEqual(['s', '/']);
  });
});

describe('a word from the screen', () => {
  it('leads to its action, or is said to be left alone', async () => {
    const user = userEvent.setup();
    renderStage(XApp, states.begun);
    await user.click(screen.getByRole('button', { name: 'Can’t find something?' }));
    const asked: unknown[] = [];
    const invoke = (command: string, args: unknown): Promise<unknown> => {
      asked.push([command, args]);
      return Promise.resolve(command === 'xapp_search' ? sightings : viewWith(states.begun));
    };
    Object.assign(window, { __TAURI_INTERNALS__: { invoke } });
    await user.type(screen.getByRole('searchbox', { name: 'Label on your screen' }), 'key');
    expect(asked.at(-1)).toEqual(['xapp_search', { seen: 'key' }]);
    expect(await screen.findAllByText('Not needed')).toHaveLength(4);
    const [open, ...others] = screen.getAllByRole('button', { name: 'Go to step 1' });
    if (open === undefined) throw new Error('nothing leads to the action');
    expect(others).toHaveLength(1);
    await user.click(open);
    expect(asked.at(-1)).toEqual(['xapp_show', { action: 'open-app' }]);
  });
});

it('keeps it in the job that every action stands open', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(XApp, states.begun);
  await user.click(screen.getByRole('checkbox', { name: 'Show all steps' }));
  expect(sent('xapp_all')).toEqual([{ all: true }]);
});

it('says how old the guide is, and what a month’s cost rests on', async () => {
  const user = userEvent.setup();
  renderStage(XApp, states.begun);
  await user.click(screen.getByRole('button', { name: 'Can’t find something?' }));
  const compared = screen.getByText('This guide was last compared with X’s form 3 months ago.');
  expect(compared).toHaveAttribute('title', 'Aug 10, 2026');
  expect(screen.getAllByText('Documented by X, checked 3 months ago').length).toBeGreaterThan(0);
});

it('leads to where a missing link is entered', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(XApp, states.noLinks);
  await user.click(screen.getByRole('button', { name: 'Enter it on Names' }));
  expect(sent('page_open')).toEqual([{ stage: 'names' }]);
});

it('reckons a month for the people that are entered', async () => {
  const user = userEvent.setup();
  const { sent } = renderStage(XApp, states.begun);
  const people = screen.getByLabelText('Users signing in per day');
  await user.clear(people);
  await user.type(people, '150');
  await user.tab();
  await vi.waitFor(() => expect(sent('xapp_people').at(-1)).toEqual({ people: 150 }));
});
