import type { Plan } from '../src/experiment/index.ts';
import type { Contender } from './sampling.ts';
import { type Scales, scalesOf } from './scales.ts';
import { startsOf } from './starts.ts';

/** Fewer trajectories than others get: each costs the same, and a round should not wait for this one. */
const CELLS = 8192;

/** Adam on Rosenbrock's function in plain JavaScript, float64 numbers in local variables: nothing is told of the way. */
export function plainAdam(name: string, plan: Plan): Contender & { ends(): readonly Float32Array[] } {
  const starts = startsOf(plan);
  const ends = starts.map((values) => values.slice());
  const scales = scalesOf(plan);
  return {
    name,
    async run() {
      for (let cell = 0; cell < CELLS; cell++) {
        const [x, y] = advance(starts[0][cell], starts[1][cell], plan.steps, scales);
        ends[0][cell] = x;
        ends[1][cell] = y;
      }
      return CELLS * plan.steps;
    },
    ends: () => ends.map((values) => values.subarray(0, CELLS)),
  };
}

function advance(x: number, y: number, steps: number, { beta1, beta2, rate, eps }: Scales): readonly [number, number] {
  let [mx, my, vx, vy] = [0, 0, 0, 0];
  for (let t = 0; t < steps; t++) {
    const r = y - x * x;
    const gx = -2 * (1 - x) - 400 * x * r;
    const gy = 200 * r;
    mx = beta1 * mx + (1 - beta1) * gx;
    my = beta1 * my + (1 - beta1) * gy;
    vx = beta2 * vx + (1 - beta2) * gx * gx;
    vy = beta2 * vy + (1 - beta2) * gy * gy;
    x -= (rate[t] * mx) / (Math.sqrt(vx) + eps[t]);
    y -= (rate[t] * my) / (Math.sqrt(vy) + eps[t]);
  }
  return [x, y];
}
