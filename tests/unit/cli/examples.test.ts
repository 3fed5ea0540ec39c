import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseJson } from '../../../src/cli/json.ts';
import { planExperiment } from '../../../src/experiment/index.ts';

const files = readdirSync('examples').filter((name) => name.endsWith('.json'));
const page = readFileSync('examples/README.md', 'utf8');

test('there are examples', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
});

test.each(files)('%s can be run, in seconds without a GPU, and the page tells of it', (name) => {
  const plan = planExperiment(parseJson(readFileSync(`examples/${name}`, 'utf8')));
  expect(plan.cells * plan.optimizers.length * plan.steps).toBeLessThanOrEqual(25e6);
  expect(page).toContain(`[${name.replace('.json', '')}](${name})`);
});
