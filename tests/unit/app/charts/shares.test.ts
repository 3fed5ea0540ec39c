import { describe, expect, it } from 'vitest';
import { laneShapes, STACK, stackOf } from '../../../../src/app/charts/shares.ts';
import { OUTCOMES } from '../../../../src/engine/index.ts';
import { INK, plotOf } from '../../../support/charts.ts';
import { measurement } from '../../../support/measurements.ts';

const history = [
  measurement(0, { outcomes: Uint32Array.of(0, 0, 0, 0, 10, 0) }, { outcomes: new Uint32Array(6) }),
  measurement(5, { outcomes: Uint32Array.of(3, 1, 0, 2, 3, 1) }, { outcomes: Uint32Array.of(1, 0, 0, 0, 0, 0) }),
];

describe('stackOf', () => {
  it('stacks every outcome to the whole, in its order', () => {
    const { steps, edges } = stackOf(history, 0);
    expect([...STACK].sort()).toEqual([...OUTCOMES].sort());
    expect(steps).toEqual([0, 5]);
    expect(edges.at(-1)).toEqual([1, 1]);
    for (let i = 0; i < steps.length; i++) {
      const shares = STACK.map((_, k) => edges[k][i] - (edges[k - 1]?.[i] ?? 0));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      STACK.forEach((outcome, k) => {
        expect(shares[k], outcome).toBeCloseTo(history[i].optimizers[0].outcomes[OUTCOMES.indexOf(outcome)] / 10, 12);
      });
    }
  });

  it('leaves out records at which nothing was counted', () => {
    expect(stackOf(history, 1).steps).toEqual([5]);
    expect(stackOf(history, 7).steps).toEqual([]);
  });
});

describe('laneShapes', () => {
  const line = { index: 0, label: 'SGD', color: '#E69F00' };
  it('draws an area for each outcome that occurs, and names those with room at the end', () => {
    const shapes = laneShapes([{ line, stack: stackOf(history, 0) }], plotOf(5, 200), INK, (outcome) => outcome);
    const areas = shapes.filter((shape) => shape.kind === 'path' && shape.clipped);
    expect(areas).toHaveLength(5);
    const words = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));
    expect(words).toEqual(['SGD', '100 %', '0', 'converged', 'saddle', 'crawling', 'oscillating', 'diverged']);
  });

  it('tells areas apart by pattern, too', () => {
    const shapes = laneShapes([{ line, stack: stackOf(history, 0) }], plotOf(5, 200), INK, (outcome) => outcome);
    const hatches = shapes.flatMap((shape) => (shape.kind === 'path' && shape.hatch ? [shape.hatch.d] : []));
    expect(new Set(hatches).size).toBe(hatches.length);
    expect(hatches).toHaveLength(3);
  });
});
