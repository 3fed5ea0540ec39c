import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressBar } from '../../../../src/app/link/address-bar.ts';
import { type ExperimentInput, readExperiment } from '../../../../src/experiment/index.ts';

/** The history's entries, as their experiments' surfaces and steps. */
let entries: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  entries = ['the page'];
  const told = (link: string) => {
    const { objective, steps } = JSON.parse(decodeURIComponent(link.slice(1)));
    return `${objective.formula ?? objective} ${steps ?? ''}`.trim();
  };
  vi.stubGlobal('history', {
    replaceState: (_: unknown, __: string, link: string) => entries.splice(-1, 1, told(link)),
    pushState: (_: unknown, __: string, link: string) => entries.push(told(link)),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const make = (objective: ExperimentInput['objective'], steps = 1000) =>
  readExperiment({ objective, steps, optimizers: [{ name: 'sgd' }] });
const later = () => vi.advanceTimersByTime(600);

describe('the address', () => {
  it('gathers edits in one entry', () => {
    const address = new AddressBar();
    for (const steps of [10, 20, 30]) address.show(make('sphere', steps));
    later();
    address.show(make('sphere', 40));
    later();
    expect(entries).toEqual(['sphere 40']);
  });

  it('has an entry for each surface, the last edits of the one before kept', () => {
    const address = new AddressBar();
    address.show(make('sphere'));
    later();
    address.show(make('sphere', 20));
    address.show(make('beale', 20));
    address.show(make('beale', 30));
    later();
    expect(entries).toEqual(['sphere 20', 'beale 30']);
  });

  it('has one entry for a formula, however it is typed', () => {
    const address = new AddressBar();
    address.show(make('sphere'));
    for (const formula of ['x^2', 'x^2 + y', 'x^2 + y^2']) {
      address.show(make({ formula }));
      later();
    }
    expect(entries).toEqual(['sphere', 'x^2 + y^2']);
  });

  it('adds none to an address that was opened, and forgets what it was about to show', () => {
    const address = new AddressBar();
    address.show(make('sphere'));
    later();
    address.show(make('sphere', 20));
    entries.push('beale');
    address.follow(make('beale'));
    address.show(make('beale', 7));
    later();
    expect(entries).toEqual(['sphere', 'beale 7']);
  });

  it('takes the place of one that cannot be read', () => {
    const address = new AddressBar();
    address.follow(null);
    address.show(make('sphere'));
    later();
    expect(entries).toEqual(['sphere']);
  });
});
