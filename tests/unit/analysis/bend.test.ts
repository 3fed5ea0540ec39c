import { expect, test } from 'vitest';
import { type Bend, bendAhead, bendOf, isDoubtful } from '../../../src/analysis/bend.ts';

type Place = readonly number[];
type Surface = { readonly gradient: (at: Place) => Float64Array; readonly hessian: (at: Place) => Float64Array[] };

/** (x² + y² − 1)² times a factor. */
const ring = (times: number): Surface => ({
  gradient: ([x, y]) => Float64Array.of(4 * times * x * (x * x + y * y - 1), 4 * times * y * (x * x + y * y - 1)),
  hessian: ([x, y]) => [
    Float64Array.of(4 * times * (3 * x * x + y * y - 1), 8 * times * x * y),
    Float64Array.of(8 * times * x * y, 4 * times * (x * x + 3 * y * y - 1)),
  ],
});

function bends({ gradient, hessian }: Surface, at: Place, longest: number): { here: Bend; there: Bend } {
  const here = bendOf(hessian(at), gradient(at));
  return { here, there: bendAhead((place) => hessian(Array.from(place)), at, gradient(at), here, longest) };
}

const named = ({ lowest, zero }: Bend) => (lowest > zero ? 'minimum' : lowest < -zero ? 'saddle' : 'flat');

test('beside a ring of minima the ground is flat, whatever the scale of the loss, on both sides and however near', () => {
  for (const times of [1e-12, 1e-3, 1, 1e12]) {
    for (const off of [1e-2, 1e-3, 1e-4, 1e-5, 3e-6]) {
      for (const side of [-1, 1]) {
        for (const turn of [0, 0.3, 1.1, 2.9]) {
          const radius = 1 + side * off;
          const { here, there } = bends(ring(times), [radius * Math.cos(turn), radius * Math.sin(turn)], 0.02);
          const where = `times ${times}, ${side * off} off, turned by ${turn}`;
          expect(isDoubtful(here), where).toBe(true);
          expect(named(here), where).toBe(side < 0 ? 'saddle' : 'minimum');
          expect(named(there), where).toBe('flat');
        }
      }
    }
  }
});

test('on a quadratic surface the look ahead tells what is told without it', () => {
  const names = new Set<string>();
  for (const [n, gentle] of [2, 3, 5].flatMap((n) =>
    [1e-1, -1e-1, 1e-3, -1e-3, 1e-5, -1e-5, 1e-7, 0].map((e) => [n, e]),
  )) {
    // Turned by a reflection: I − 2·v·vᵀ.
    const v = Float64Array.from({ length: n }, (_, i) => Math.cos(3 * i + 1));
    const square = v.reduce((sum, part) => sum + part * part, 0);
    const q = Array.from(v, (a, i) => Array.from(v, (b, j) => Number(i === j) - (2 * a * b) / square));
    const bend = (k: number) => (k === 0 ? gentle : 1 + k);
    const rows = q.map((_, i) =>
      Float64Array.from({ length: n }, (_, j) => q.reduce((sum, _, k) => sum + q[i][k] * bend(k) * q[j][k], 0)),
    );
    const surface: Surface = {
      hessian: () => rows,
      gradient: (at) => Float64Array.from(rows, (row) => row.reduce((sum, entry, j) => sum + entry * at[j], 0)),
    };
    for (const size of [0, 1e-6, 1e-2]) {
      const at = Array.from({ length: n }, (_, i) => size * Math.sin(5 * i + 2));
      const { here, there } = bends(surface, at, 0.01);
      expect(named(there), `${n} parameters, ${gentle}, ${size} away`).toBe(named(here));
      names.add(named(there));
    }
  }
  expect([...names].sort()).toEqual(['flat', 'minimum', 'saddle']);
});

test('beside a valley that is bent the minimum is told by its own curvature', () => {
  // (1 − x)²/1000 + (y − x²)²: at (1, 1) the least curvature is about 0.0004.
  const valley: Surface = {
    gradient: ([x, y]) => Float64Array.of(-0.002 * (1 - x) - 4 * x * (y - x * x), 2 * (y - x * x)),
    hessian: ([x, y]) => [Float64Array.of(0.002 + 12 * x * x - 4 * y, -4 * x), Float64Array.of(-4 * x, 2)],
  };
  for (const off of [-3e-3, -1e-3, 2e-3, 3e-3]) {
    const { here, there } = bends(valley, [1, 1 + off], 0.02);
    if (off > 1.5e-3) expect(named(here), `${off} off`).toBe('saddle');
    expect(named(there), `${off} off`).toBe('minimum');
    expect(there.lowest).toBeGreaterThan(3e-4);
    expect(there.lowest).toBeLessThan(5e-4);
  }
});
