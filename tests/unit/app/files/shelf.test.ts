import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Shelf } from '../../../../src/app/files/shelf.ts';
import { LastExperiment } from '../../../../src/app/place/last-experiment.ts';
import { FIRST_VIEW } from '../../../../src/app/view/page-view.ts';
import { readExperiment } from '../../../../src/experiment/index.ts';

let stored: Map<string, string>;
/** What the browser says where it keeps nothing. */
let refusal: Error | null = null;

beforeEach(() => {
  stored = new Map();
  refusal = null;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => {
      if (refusal) throw refusal;
      return stored.get(key) ?? null;
    },
    setItem: (key: string, value: string) => {
      if (refusal) throw refusal;
      stored.set(key, value);
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const make = (steps: number) => readExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], steps });
const view = { ...FIRST_VIEW, tab: 'maps' } as const;

describe('saved experiments', () => {
  it('come back as they were, by name', () => {
    new Shelf().save(' Bowl ', make(7), view);
    const shelf = new Shelf();
    expect(shelf.names()).toEqual(['Bowl']);
    expect(shelf.open('Bowl')).toEqual({ experiment: make(7), view });
  });

  it('are replaced, renamed and deleted', () => {
    const shelf = new Shelf();
    shelf.save('a', make(1), view);
    shelf.save('a', make(2), view);
    shelf.save('__proto__', make(3), view);
    shelf.rename('a', 'b');
    expect(shelf.names()).toEqual(['__proto__', 'b']);
    expect([shelf.open('b'), shelf.open('__proto__')].map(({ experiment }) => experiment.steps)).toEqual([2, 3]);
    expect(() => shelf.rename('b', '__proto__')).toThrow(/is taken/);
    shelf.remove('b');
    expect(shelf.names()).toEqual(['__proto__']);
  });

  it.each([
    ['', /Type a name/],
    ['  ', /Type a name/],
    ['x'.repeat(61), /at most 60/],
  ])('need a name: %j is none', (name, reason) => expect(() => new Shelf().save(name, make(1), view)).toThrow(reason));

  it('are refused with a sentence where storage is full or forbidden, and nothing is lost', () => {
    const shelf = new Shelf();
    shelf.save('a', make(1), view);
    refusal = new DOMException('no', 'QuotaExceededError');
    expect(() => shelf.save('b', make(2), view)).toThrow(/has no room for it/);
    expect(shelf.names()).toEqual([]);
    refusal = null;
    expect(shelf.names()).toEqual(['a']);
  });

  it('that another version wrote are told, not thrown at the page', () => {
    stored.set('scree.experiments', '{"old":{"experiment":{"objective":"gone"}},"odd":7}');
    const shelf = new Shelf();
    expect(shelf.names()).toEqual(['odd', 'old']);
    for (const name of shelf.names()) expect(() => shelf.open(name)).toThrow(/cannot be read/);
    stored.set('scree.experiments', 'no JSON');
    expect(shelf.names()).toEqual([]);
  });
});

describe('the last experiment', () => {
  it('is there at the next visit, as it was at the end', () => {
    vi.useFakeTimers();
    const last = new LastExperiment();
    last.keep(make(1), FIRST_VIEW);
    last.keep(make(2), view);
    vi.runAllTimers();
    expect(new LastExperiment().read()).toEqual({ experiment: make(2), view });
  });

  it('is kept at once where the page is left', () => {
    vi.useFakeTimers();
    const last = new LastExperiment();
    last.keep(make(1), FIRST_VIEW);
    last.keep(make(2), view);
    last.write();
    expect(new LastExperiment().read()).toEqual({ experiment: make(2), view });
    stored.clear();
    last.write();
    vi.runAllTimers();
    expect(stored.size).toBe(0);
  });

  it('is none where nothing is kept, or nothing may be', () => {
    vi.useFakeTimers();
    const last = new LastExperiment();
    expect(last.read()).toBeNull();
    refusal = new Error('forbidden');
    last.keep(make(1), FIRST_VIEW);
    vi.runAllTimers();
    expect(last.read()).toBeNull();
  });
});
