import { expect, it } from 'vitest';
import { EXAMPLES } from '../../../../src/app/examples/examples.ts';
import { FIRST_PREFERENCES } from '../../../../src/app/preferences.ts';
import { readView } from '../../../../src/app/view/page-view.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

it.each(EXAMPLES.map((example) => [example.title, example] as const))(
  '“%s” runs, is small enough for any machine, and is over while one watches',
  (_, { experiment, view, pace }) => {
    const plan = planExperiment(experiment);
    expect(plan.cells * plan.optimizers.length).toBeLessThanOrEqual(2 * 65_536);
    expect(readView(view ?? {})).toMatchObject(view ?? {});
    const seconds = plan.steps / (pace ?? FIRST_PREFERENCES.pace ?? Number.POSITIVE_INFINITY);
    expect(seconds).toBeLessThanOrEqual(11);
  },
);

it('titles tell examples apart', () => {
  const titles = EXAMPLES.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(titles.length).toBeGreaterThanOrEqual(10);
});
