import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCodes } from '../../../../src/app/maps/cell-codes.ts';
import { differenceCodes, VERDICTS, type Verdict, verdictsOf } from '../../../../src/app/maps/difference-codes.ts';
import { CONTESTS, type Contest } from '../../../../src/app/view/page-view.ts';
import { OUTCOMES } from '../../../../src/engine/index.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';
import { type ToldCell, tableOf } from './tables.ts';

const withTarget = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }] });
const without = planExperiment({ objective: 'himmelblau', optimizers: [{ name: 'sgd' }], target: null });

function verdict(a: ToldCell, b: ToldCell, contest: Contest, plan = withTarget): Verdict {
  const code = new Uint16Array(1);
  differenceCodes(tableOf([a]), tableOf([b]), plan, contest).fill(code, 0, Int32Array.of(0));
  return VERDICTS[code[0]];
}

describe('differenceCodes', () => {
  it('tells who arrives: converges or reaches the target', () => {
    const there = { arrivedAt: 7 };
    expect(verdict(there, there, 'arrival')).toBe('both');
    expect(verdict(there, {}, 'arrival')).toBe('onlyA');
    expect(verdict({}, there, 'arrival')).toBe('onlyB');
    expect(verdict({}, { outcome: 'converged' }, 'arrival')).toBe('onlyB');

    expect(verdict({ outcome: 'saddle' }, { outcome: 'diverged' }, 'arrival', without)).toBe('neither');
  });

  it('tells who is ahead where both arrive', () => {
    const [early, late] = [
      { arrivedAt: 7, loss: 1e-3 },
      { arrivedAt: 9, loss: 1e-6 },
    ];
    expect(verdict(early, late, 'steps')).toBe('aheadA');
    expect(verdict(late, early, 'steps')).toBe('aheadB');
    expect(verdict(early, early, 'steps')).toBe('equal');
    expect(verdict(early, late, 'loss')).toBe('aheadB');
    expect(verdict(early, { ...early, loss: 1.005e-3 }, 'loss')).toBe('equal');
    expect(verdict(early, {}, 'loss')).toBe('onlyA');
  });

  it('gives every cell one of the verdicts of its legend, and swapping the two swaps them', () => {
    const cell = fc.record({
      outcome: fc.constantFrom(...OUTCOMES),
      arrivedAt: fc.integer({ min: -1, max: 5 }),
      loss: fc.double({ min: 0, max: 2, noNaN: true }),
    });
    const swapped: Partial<Record<Verdict, Verdict>> = {
      onlyA: 'onlyB',
      onlyB: 'onlyA',
      aheadA: 'aheadB',
      aheadB: 'aheadA',
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (pairs) => {
        const [a, b] = [tableOf(pairs.map(([one]) => one)), tableOf(pairs.map(([, other]) => other))];
        for (const plan of [withTarget, without]) {
          for (const contest of CONTESTS) {
            const count = (one: typeof a, other: typeof b) =>
              countCodes(differenceCodes(one, other, plan, contest), pairs.length, 1, VERDICTS.length);
            const [there, back] = [count(a, b), count(b, a)];
            const told = verdictsOf(contest).reduce((sum, each) => sum + there[VERDICTS.indexOf(each)], 0);
            expect(told).toBe(pairs.length);
            expect(VERDICTS.map((each) => back[VERDICTS.indexOf(swapped[each] ?? each)])).toEqual([...there]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
