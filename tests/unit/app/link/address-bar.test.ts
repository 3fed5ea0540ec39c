import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressBar } from '../../../../src/app/link/address-bar.ts';
import { FIRST_VIEW, type PageView } from '../../../../src/app/view/page-view.ts';
import { type ExperimentInput, readExperiment } from '../../../../src/experiment/index.ts';

/** What the tab keeps. */
const tab = new Map<string, string>();

/** The history's entries, as their experiments' surfaces and steps. */
let entries: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  entries = ['the page'];
  const told = (link: string) => {
    const { objective, steps } = JSON.parse(decodeURIComponent(link.slice(1).split('&view=')[0]));
    return `${objective.formula ?? objective} ${steps ?? ''}`.trim();
  };
  const place = { hash: '' };
  const written = (link: string) => {
    place.hash = link;
    return told(link);
  };
  tab.clear();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => tab.get(key) ?? null,
    setItem: (key: string, text: string) => tab.set(key, text),
  });
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, link: string) => entries.splice(-1, 1, written(link)),
    pushState: (_: unknown, __: string, link: string) => entries.push(written(link)),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const make = (objective: ExperimentInput['objective'], steps = 1000) =>
  readExperiment({ objective, steps, optimizers: [{ name: 'sgd' }] });
const later = () => vi.advanceTimersByTimeAsync(600);

describe('the address', () => {
  it('gathers edits in one entry', async () => {
    const address = new AddressBar();
    for (const steps of [10, 20, 30]) address.show(make('sphere', steps), FIRST_VIEW);
    await later();
    address.show(make('sphere', 40), FIRST_VIEW);
    await later();
    expect(entries).toEqual(['sphere 40']);
  });

  it('has an entry for each surface, the last edits of the one before kept', async () => {
    const address = new AddressBar();
    address.show(make('sphere'), FIRST_VIEW);
    await later();
    address.show(make('sphere', 20), FIRST_VIEW);
    address.show(make('beale', 20), FIRST_VIEW);
    address.show(make('beale', 30), FIRST_VIEW);
    await later();
    expect(entries).toEqual(['sphere 20', 'beale 30']);
  });

  it('has an entry for each step of a lesson', async () => {
    const address = new AddressBar();
    address.show(make('sphere'), { ...FIRST_VIEW, lesson: 'ravine.1' });
    await later();
    address.show(make('sphere', 20), { ...FIRST_VIEW, lesson: 'ravine.1' });
    address.show(make('sphere', 30), { ...FIRST_VIEW, lesson: 'ravine.2' });
    await later();
    address.follow(make('sphere', 20), { ...FIRST_VIEW, lesson: 'ravine.1' });
    address.show(make('sphere', 40), { ...FIRST_VIEW, lesson: 'ravine.1' });
    await later();
    expect(entries).toEqual(['sphere 20', 'sphere 40']);
  });

  it('has one entry for a formula, however it is typed', async () => {
    const address = new AddressBar();
    address.show(make('sphere'), FIRST_VIEW);
    for (const formula of ['x^2', 'x^2 + y', 'x^2 + y^2']) {
      address.show(make({ formula }), FIRST_VIEW);
      await later();
    }
    expect(entries).toEqual(['sphere', 'x^2 + y^2']);
  });

  it('adds none to an address that was opened, and forgets what it was about to show', async () => {
    const address = new AddressBar();
    address.show(make('sphere'), FIRST_VIEW);
    await later();
    address.show(make('sphere', 20), FIRST_VIEW);
    entries.push('beale');
    address.follow(make('beale'));
    address.show(make('beale', 7), FIRST_VIEW);
    await later();
    expect(entries).toEqual(['sphere', 'beale 7']);
  });

  it('is not written over where somebody has just changed it', async () => {
    const address = new AddressBar();
    address.show(make('sphere'), FIRST_VIEW);
    location.hash = '#beale';
    await later();
    expect([entries, location.hash]).toEqual([['the page'], '#beale']);
  });

  describe('of a page that is left', () => {
    const view: PageView = { ...FIRST_VIEW, sight: [1, 2, 3] };
    /** An address with changes that it does not show yet, just left. */
    const leave = () => {
      const address = new AddressBar();
      address.show(make('sphere', 20), FIRST_VIEW);
      address.show(make('sphere', 30), view);
      address.leave();
      return address;
    };

    it('keeps beside it what it does not show yet, for the page that comes in its place, once', () => {
      leave();
      const next = new AddressBar();
      expect(next.left()).toEqual({ experiment: make('sphere', 30), view });
      expect(next.left()).toBeNull();
    });

    it('leaves the address as it is, and shows it later where the page stays, hidden', async () => {
      const address = leave();
      await vi.advanceTimersByTimeAsync(0);
      expect(entries).toEqual(['the page']);
      await later();
      expect(entries).toEqual(['sphere 30']);
      // The next page finds it in the address, and is told nothing besides.
      address.leave();
      expect(new AddressBar().left()).toBeNull();
    });

    it('keeps it also while the address is being written', () => {
      const address = leave();
      vi.advanceTimersByTime(600);
      address.leave();
      expect(new AddressBar().left()).toEqual({ experiment: make('sphere', 30), view });
    });

    it('keeps nothing where the address shows all', async () => {
      const address = new AddressBar();
      address.show(make('sphere', 20), FIRST_VIEW);
      await later();
      address.leave();
      expect(new AddressBar().left()).toBeNull();
    });

    it('keeps it for no other address', () => {
      leave();
      location.hash = '#beale';
      expect(new AddressBar().left()).toBeNull();
    });

    it.each(['7', '{"hash":""}', '{"hash":"","experiment":{"objective":"gone"}}', '{'])(
      'keeps nothing that can be used: %s',
      (text) => {
        tab.set('scree.left', text);
        expect(new AddressBar().left()).toBeNull();
      },
    );
  });

  it('takes the place of one that cannot be read', async () => {
    const address = new AddressBar();
    address.follow(null);
    address.show(make('sphere'), FIRST_VIEW);
    await later();
    expect(entries).toEqual(['sphere']);
  });

  it('is written at once where it is known to hold something else', async () => {
    const address = new AddressBar();
    address.follow(null);
    address.show(make('sphere'), FIRST_VIEW, true);
    await vi.advanceTimersByTimeAsync(0);
    expect(entries).toEqual(['sphere']);
  });
});
