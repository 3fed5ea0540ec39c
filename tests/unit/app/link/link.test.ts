import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack } from '../../../../src/app/link/compressed.ts';
import { readLink, writeLink } from '../../../../src/app/link/link.ts';
import { STARTER } from '../../../../src/app/starter.ts';
import { FIRST_VIEW, MOST_ZOOMS, type PageView } from '../../../../src/app/view/page-view.ts';
import { type ExperimentInput, readExperiment } from '../../../../src/experiment/index.ts';

/** Brings an experiment and a view through a link. */
async function through(input: ExperimentInput, view: PageView = FIRST_VIEW) {
  const experiment = readExperiment(input);
  const link = await writeLink(experiment, view);
  const back = await readLink(link);
  return { link, experiment, back };
}

const table = { X: Array.from({ length: 200 }, (_, i) => i / 7) };

describe('links', () => {
  it.each<[string, ExperimentInput, boolean]>([
    ['the first experiment', STARTER, false],
    [
      'a formula',
      {
        objective: { formula: 'x^2 + 100', parameters: ['x'] },
        optimizers: [{ name: 'lion', lr: 1e-5 }],
        target: null,
        noise: 0.5,
      },
      false,
    ],
    [
      'a table',
      { objective: { formula: 'mean((X - x)^2)', parameters: ['x'], data: table }, optimizers: [{ name: 'sgd' }] },
      true,
    ],
    [
      'a network',
      { objective: { network: { widths: [1, 4, 1], data: 'sinc' } }, optimizers: [{ name: 'adam' }] },
      false,
    ],
  ])('bring %s back', async (_, input, packed) => {
    const { link, experiment, back } = await through(input);
    expect(back.experiment?.optimizers).toEqual(experiment.optimizers);
    expect(back.experiment).toMatchObject({ ...experiment, objective: back.experiment?.objective });
    expect(link.startsWith('#z')).toBe(packed);
  });

  it('bring any labels, numbers and views back, compressed or not', async () => {
    const optimizer = fc.record({
      name: fc.constantFrom('sgd', 'adam', 'momentum'),
      lr: fc.double({ min: 1e-12, max: 10, noNaN: true }),
      label: fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
        .filter((text) => /^[^\p{Cc}]{1,40}$/u.test(text)),
    });
    const input = fc.record({
      objective: fc.constantFrom('himmelblau', 'beale'),
      optimizers: fc.array(optimizer, { minLength: 1, maxLength: 8 }),
      steps: fc.integer({ min: 1, max: 1e7 }),
      seed: fc.nat(),
      noise: fc.double({ min: 0, max: 9, noNaN: true }).map((noise) => noise || 0),
    });
    const place = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => value || 0);
    const view = fc.record({
      tab: fc.constantFrom('surface' as const, 'maps' as const),
      hidden: fc.uniqueArray(fc.nat(7)),
      cell: fc.option(fc.tuple(fc.nat(7), fc.nat(200), fc.nat(200))),
      listed: fc.boolean(),
      sight: fc.option(fc.tuple(place, place, fc.double({ min: 1e-3, max: 1e5, noNaN: true }))),
      launched: fc.option(fc.array(place, { minLength: 1, maxLength: 2 })),
      zooms: fc.option(
        fc.record({
          vary: fc.constant<[string, string]>(['lr', 'schedule.T']),
          through: fc.array(fc.tuple(place, place, place, place), { maxLength: MOST_ZOOMS }),
        }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(input, view, async (given, looked) => {
        const { experiment, back } = await through(given, { ...FIRST_VIEW, ...looked });
        expect(back).toEqual({ experiment, view: { ...FIRST_VIEW, ...looked } });
      }),
      { numRuns: 20 },
    );
  });

  it('leave defaults out', async () => {
    const { link } = await through({ objective: 'beale', optimizers: [{ name: 'sgd' }] });
    expect(decodeURIComponent(link)).toBe('#{"objective":"beale","optimizers":[{"name":"sgd"}]}');
  });

  it('of before open still, and hold no more than what is other than at first', async () => {
    const view = '{"tab":"maps","cell":[0,1,2],"critical":true}';
    const { view: back } = await readLink(`#&view=${encodeURIComponent(view)}`);
    expect(back).toEqual({ ...FIRST_VIEW, tab: 'maps', cell: [0, 1, 2], critical: true });
    const { link } = await through(STARTER, back);
    expect(decodeURIComponent(link).split('&view=')[1].length).toBe(view.length);
  });

  it('may be absent, and may carry a view alone, or one that makes no sense', async () => {
    expect(await readLink('')).toEqual({ experiment: null, view: FIRST_VIEW });
    expect(await readLink('#&view={"tab":"maps"}')).toEqual({ experiment: null, view: { ...FIRST_VIEW, tab: 'maps' } });
    expect((await readLink('#&view={"tab":"x","cell":[1]}')).view).toEqual(FIRST_VIEW);
    expect((await readLink('#&view=%')).view).toEqual(FIRST_VIEW);
  });

  it.each([
    ['#%7Bbroken', /cut off/],
    ['#%', /cut off/],
    ['#z', /cut off/],
    ['#zAAAA', /cut off/],
    ['#z%%%', /cut off/],
    ['#{"objective":"nowhere","optimizers":[{"name":"adam"}]}', /"nowhere" is no objective/],
    ['#{"objective":"beale","optimizers":[]}', /optimizers/],
  ])('%s is refused with its reason', async (hash, reason) => {
    await expect(readLink(hash)).rejects.toThrow(reason);
  });

  it('that are cut off anywhere are refused', async () => {
    const { link } = await through({
      objective: { formula: 'mean((X - x)^2)', parameters: ['x'], data: table },
      optimizers: [{ name: 'sgd' }],
    });
    for (const length of [link.length - 1, link.length - 9, Math.floor(link.length / 2), 3]) {
      await expect(readLink(link.slice(0, length)), `${length} of ${link.length} letters`).rejects.toThrow(/cut off/);
    }
  });

  it('that unpack to more than an experiment may be are refused, and not unpacked to their end', async () => {
    const bomb = `#z${await pack('0'.repeat(2 ** 24))}`;
    const began = performance.now();
    await expect(readLink(bomb)).rejects.toThrow(/larger than any experiment/);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
