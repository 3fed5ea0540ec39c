import { expect, it } from 'vitest';
import { PlaneImage } from '../../../../src/analysis/trainability/plane-image.ts';
import type { MapColors } from '../../../../src/app/maps/map-colors.ts';
import { planeMaps } from '../../../../src/app/planes/plane-maps.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

const GREY = [0.5, 0.5, 0.5] as const;
const COLORS: MapColors = {
  paper: [1, 1, 1],
  ink: [0, 0, 0],
  muted: GREY,
  outcomes: { converged: GREY, saddle: GREY, flat: GREY, oscillating: GREY, crawling: GREY, diverged: GREY },
};

it('counts networks, not the cells around them that they stand for', () => {
  const rate = (vary: string) => ({ vary, from: 0.1, to: 1, count: 4 });
  const plan = planExperiment({
    objective: { network: { widths: [1, 2, 1], data: 'sine' } },
    optimizers: [{ name: 'sgd' }],
    grid: { x: rate('lr.1'), y: rate('lr.2') },
  });
  const image = new PlaneImage(4, 4);
  const counts = () => planeMaps(plan, [0], [image], COLORS).legend.rows.map((row) => row.counts[0]);
  expect(counts()).toEqual([0, 0, 16]);
  image.add({ patch: { columns: [0, 2], rows: [0, 2], span: 2 }, values: Float32Array.of(-1, -1, -1, 2) });
  expect([image.done, ...counts()]).toEqual([4, 3, 1, 12]);
  image.add({ patch: { columns: [1, 3], rows: [0, 2], span: 1 }, values: Float32Array.of(3, 3, -1, 3) });
  expect([image.done, ...counts()]).toEqual([8, 4, 4, 8]);
});
