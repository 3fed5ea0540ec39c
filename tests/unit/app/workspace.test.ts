import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withField } from '../../../src/app/edits.ts';
import type { Place, Wish } from '../../../src/app/place/place.ts';
import { FIRST_PREFERENCES } from '../../../src/app/preferences.ts';
import { STARTER } from '../../../src/app/starter.ts';
import { FIRST_VIEW, type PageView } from '../../../src/app/view/page-view.ts';
import { Workspace } from '../../../src/app/workspace.ts';
import { type ExperimentInput, readExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine } from '../../support/fake-engine.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (action: () => void) => setTimeout(action));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
const running: Workspace[] = [];
afterEach(async () => {
  for (const workspace of running.splice(0)) workspace.destroy();
  await settled();
  vi.unstubAllGlobals();
});

const experimentOf = (objective: ExperimentInput['objective']) =>
  readExperiment({ objective, optimizers: [{ name: 'sgd' }], steps: 100 });
const viewOf = (change: Partial<PageView>): PageView => ({ ...FIRST_VIEW, ...change });

/** A workspace that opens with a wish and has been built, and the views that its place was shown. */
async function opened(wish: Partial<Wish>) {
  const shown: PageView[] = [];
  const atOnce: (string | object)[] = [];
  let want: (wish: Wish) => void = () => {};
  const place: Place = {
    guest: true,
    shelf: null,
    preferences: FIRST_PREFERENCES,
    language: 'en',
    keys: new EventTarget(),
    opening: async () => ({ experiment: null, view: FIRST_VIEW, problem: null, ...wish }),
    listen: (wanted) => {
      want = wanted;
    },
    show: ({ objective }, view, now) => {
      shown.push(view);
      if (now) atOnce.push(objective);
    },
    keep() {},
    keepLanguage() {},
    linkTo: async () => '',
    applyTheme() {},
    applyLanguage() {},
  };
  const engine = new FakeEngine('CPU', 'cpu');
  const workspace = new Workspace(
    place,
    async () => ({ engine, reason: () => 'it was asked for' }),
    () => {},
  );
  running.push(workspace);
  await workspace.start(false);
  await settled();
  return {
    workspace,
    shown,
    atOnce,
    want: (wish: Partial<Wish>) => want({ experiment: null, view: FIRST_VIEW, problem: null, ...wish }),
  };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve));
}

it('what is shown stands in the address again where that held a broken link, at the beginning and later', async () => {
  const problem = () => 'It is broken.';
  const { atOnce, want, workspace } = await opened({ problem });
  expect(atOnce).toEqual([STARTER.objective]);
  workspace.open(experimentOf('beale'));
  await settled();
  want({ problem });
  expect(atOnce).toEqual([STARTER.objective, 'beale']);
  expect(workspace.notices.map(({ sentence }) => sentence())).toEqual([
    'It is broken. What was shown before is shown still.',
  ]);
});

describe('what is seen of a surface', () => {
  const place: Partial<PageView> = { sight: [3, 2, 8], launched: [-1, 0.5] };
  const none: Partial<PageView> = { sight: null, launched: null };

  it('comes with a link, and stays while its numbers are edited', async () => {
    const { workspace, shown } = await opened({ experiment: experimentOf('himmelblau'), view: viewOf(place) });
    expect(workspace.view).toMatchObject(place);
    workspace.session.edit('steps', withField('steps', 50));
    await settled();
    workspace.look({ coloring: 'outcome' });
    expect(workspace.view).toMatchObject(place);
    expect(shown.at(-1)).toEqual(viewOf({ ...place, coloring: 'outcome', pair: [0, 0] }));
  });

  it('is gone with the surface, and there again when the change is undone', async () => {
    const { workspace, shown } = await opened({ experiment: experimentOf('himmelblau'), view: viewOf(place) });
    workspace.session.edit('objective', () => experimentOf('beale'));
    await settled();
    expect(workspace.view).toMatchObject(none);
    expect(shown.at(-1)).toMatchObject(none);
    workspace.look({ tab: 'maps' });
    workspace.command('undo');
    await settled();
    expect(workspace.view).toMatchObject({ ...place, tab: 'maps' });
  });

  it('of a link that is opened later waits for its surface', async () => {
    const { workspace } = await opened({ experiment: experimentOf('himmelblau') });
    workspace.open(experimentOf('beale'), viewOf(place));
    expect(workspace.view).toMatchObject(none);
    await settled();
    expect(workspace.session.plan?.experiment.objective).toBe('beale');
    expect(workspace.view).toMatchObject(place);
    workspace.open(experimentOf('beale'));
    await settled();
    expect(workspace.view).toMatchObject(none);
  });

  it('is of the surface on which the reader zooms', async () => {
    const { workspace } = await opened({ experiment: experimentOf('himmelblau'), view: viewOf(place) });
    workspace.session.edit('objective', () => experimentOf('beale'));
    await settled();
    workspace.look({ sight: [0, 0, 2], launched: null });
    expect(workspace.view).toMatchObject({ sight: [0, 0, 2], launched: null });
    workspace.command('undo');
    await settled();
    expect(workspace.view).toMatchObject(none);
  });
});
