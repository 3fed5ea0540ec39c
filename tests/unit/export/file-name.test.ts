import { expect, test } from 'vitest';
import { readExperiment } from '../../../src/experiment/index.ts';
import { exportName } from '../../../src/export/file-name.ts';

const named = (objective: string | { formula: string }, ...optimizers: { name: string; label?: string }[]) =>
  readExperiment({ objective, optimizers });

test.each([
  [named('himmelblau', { name: 'adam' }), 600, 'Surface', 'png', 'scree-himmelblau-adam-step600-surface.png'],
  [
    named('beale', { name: 'sgd', label: 'β₁ / 2' }),
    0,
    'Loss above the minimum',
    'svg',
    'scree-beale-β₁-2-step0-loss-above-the-minimum.svg',
  ],
  [named({ formula: 'x^2 + y^2' }, { name: 'adam' }), null, 'experiment', 'json', 'scree-formula-adam-experiment.json'],
] as const)('files are called by what they hold: %#', (experiment, step, what, extension, name) => {
  expect(exportName(experiment, step, what, extension)).toBe(name);
});

test('a name is no path and not endless', () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ name: 'adam', label: `../${'long '.repeat(6)}${i}` }));
  const name = exportName(named('himmelblau', ...many), 1, 'maps', 'png');
  expect(name).toMatch(/^[\p{L}\p{N}.-]{1,100}$/u);
  expect(name).not.toContain('..');
});
