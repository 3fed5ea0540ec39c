import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadExperiment, planExperiment } from '../../../src/experiment/index.ts';
import { FormulaError } from '../../../src/formula/index.ts';

const BASE = { objective: 'rosenbrock', optimizers: [{ name: 'adam' }] };

function errorOf(value: unknown): BadExperiment | FormulaError {
  try {
    planExperiment(value);
  } catch (error) {
    if (error instanceof BadExperiment || error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`accepted: ${JSON.stringify(value)}`);
}

const optimizer = (fields: object) => ({ optimizers: [fields] });
const scheduled = (schedule: unknown) => optimizer({ name: 'sgd', schedule });
const typed = (fields: object) => ({ objective: { formula: 'x^2', parameters: ['x'], ...fields } });
const x = (axis: object) => ({ grid: { x: axis } });

/** Fields that differ from a good experiment, the field that the message names, what it says is there and what may be. */
const BAD: readonly (readonly [fields: object, field: string, found: string, possible: string])[] = [
  [{ objective: undefined }, 'objective', 'missing', 'a text or an object'],
  [{ objective: 5 }, 'objective', '5 ', 'a text or an object'],
  [{ objective: 'rosenbrok' }, 'objective', '"rosenbrok"', 'rosenbrock'],
  [{ objective: {} }, 'objective.formula', 'missing', 'a text'],
  [typed({ domian: [[0, 1]] }), 'objective', '"domian"', 'misspelt'],
  [typed({ parameters: ['x', 'x'] }), 'objective.parameters', '"x"', 'once'],
  [typed({ parameters: [] }), 'objective.parameters', '[]', 'at least 1 entry'],
  [typed({ parameters: ['2x'] }), 'objective.parameters.0', '"2x"', 'letter'],
  [typed({ parameters: ['pi'] }), 'objective.parameters', '"pi"', 'another name'],
  [typed({ domain: [[1, 1]] }), 'objective.domain.0', '[1, 1]', 'low below high'],
  [typed({ domain: [[0, 1], [0, 1]] }), 'objective.domain', '2 intervals', '1'],
  [typed({ parameters: ['x', 'y'], domain: [[0, 1]] }), 'objective.domain', '1 interval', '2, one for each'],
  [typed({ domain: [0, 1] }), 'objective.domain.0', '0 ', '[low, high]'],
  [typed({ domain: [[0, 1, 2]] }), 'objective.domain.0', '[0,1,2]', 'two numbers'],
  [typed({ domain: [['a', 1]] }), 'objective.domain.0', '["a",1]', 'two numbers'],
  [typed({ domain: [[-1e300, 0]] }), 'objective.domain.0', '-1e+300', 'from -1e12 to 1e12'],
  [typed({ data: { X: [1, 2], Y: [1] } }), 'objective.data.Y', '1 number', '2'],
  [typed({ data: { x: [1, 2] } }), 'objective.data.x', 'parameter', 'different names'],
  [typed({ data: { e: [1, 2] } }), 'objective.parameters', '"e"', 'another name'],
  [{ optimizers: undefined }, 'optimizers', 'missing', 'a list'],
  [{ optimizers: 'adam' }, 'optimizers', '"adam"', 'a list'],
  [{ optimizers: [] }, 'optimizers', '[]', 'at least 1'],
  [{ optimizers: Array(9).fill({ name: 'sgd' }) }, 'optimizers', '[{', 'at most 8'],
  [optimizer({}), 'optimizers.0', 'neither', 'one of them'],
  [optimizer({ name: 'sgd', rules: [] }), 'optimizers.0', 'both', 'one of them'],
  [optimizer({ name: 'adm' }), 'optimizers.0.name', '"adm"', 'adam'],
  [optimizer({ rules: ['emma'] }), 'optimizers.0.rules.0', '"emma"', 'ema'],
  [optimizer({ name: 'adam', momentum: 0.9 }), 'optimizers.0.momentum', '"momentum"', 'beta1'],
  [optimizer({ name: 'adam', toString: 1 }), 'optimizers.0.toString', '"toString"', 'beta1'],
  [optimizer({ name: 'adam', beta1: 1 }), 'optimizers.0.beta1', '1 ', '0 to 0.999999'],
  [optimizer({ name: 'adam', lr: -1 }), 'optimizers.0.lr', '-1 ', '0 to'],
  [optimizer({ name: 'adam', lr: '0.1' }), 'optimizers.0.lr', '"0.1"', 'a number'],
  [optimizer({ name: 'adam', lr: null }), 'optimizers.0.lr', 'null', 'a number'],
  [optimizer({ name: 'adam', lr: Number.NaN }), 'optimizers.0.lr', 'NaN', 'a number'],
  [optimizer({ name: 'adam', lr: [1, 2] }), 'optimizers.0.lr', '[1,2]', 'a number'],
  [optimizer({ name: 'adam', amsgrad: 1 }), 'optimizers.0.amsgrad', '1', 'true or false'],
  [optimizer({ name: 'adam', label: '' }), 'optimizers.0.label', '""', '1 to 40 characters'],
  [optimizer({ name: 'adam', label: 'a\nb' }), 'optimizers.0.label', '"a\\nb"', 'on one line'],
  [{ steps: 1e300 }, 'steps', '1e+300', 'at most 10000000'],
  [{ grid: { x: { vary: 'x', from: 0, count: 3 } } }, 'grid.x.to', 'missing', 'last value'],
  [scheduled('cosine'), 'optimizers.0.schedule', '"cosine"', 'an object'],
  [scheduled({}), 'optimizers.0.schedule', 'neither', 'one of them'],
  [scheduled({ name: 'step', formula: 'lr' }), 'optimizers.0.schedule', 'both', 'one of them'],
  [scheduled({ name: 'cos' }), 'optimizers.0.schedule.name', '"cos"', 'cosine'],
  [scheduled({ name: 'cosine', T: 3 }), 'optimizers.0.schedule.T', '"T"', 'T_max'],
  [scheduled({ name: 'step', toString: 3 }), 'optimizers.0.schedule.toString', '"toString"', 'step_size'],
  [scheduled({ name: 'step', gamma: 2 }), 'optimizers.0.schedule.gamma', '2 ', 'to 1'],
  [scheduled({ name: 'multi-step', milestones: 3 }), 'optimizers.0.schedule.milestones', '3', 'a list'],
  [scheduled({ name: 'multi-step', milestones: [1, -1] }), 'optimizers.0.schedule.milestones.1', '-1 ', '0 to'],
  [scheduled({ name: 'step', gamma: [1] }), 'optimizers.0.schedule.gamma', '[1]', 'a number'],
  [optimizer({ rules: [{ formula: 'u = u', state: { u: 0 } }] }), 'optimizers.0.rules.0', '"u"', 'another name'],
  [optimizer({ rules: [{ formula: 'u = a*u', hyperparameters: { a: 1 }, state: { a: 0 } }] }), 'optimizers.0.rules.0', '"a"', 'another name'],
  [optimizer({ rules: [{ formla: 'u = u' }] }), 'optimizers.0.rules.0.formula', 'missing', 'a text'],
  [x({ vary: 'z', from: 1 }), 'grid.x.vary', '"z"', 'lr, beta1, beta2, eps'],
  [x({ vary: 'start.z', from: 1 }), 'grid.x.vary', '"z"', 'x, y'],
  [x({ vary: 'momentum', from: 0 }), 'grid.x.vary', '"momentum"', 'beta1'],
  [x({ vary: 'schedule.gamma', from: 0.5 }), 'grid.x.vary', '"schedule.gamma"', 'beta1'],
  [x({ vary: 'x' }), 'grid.x.from', 'missing', 'a number'],
  [x({ vary: 'x', from: 1e300 }), 'grid.x.from', '1e+300', '1000000000000'],
  [x({ vary: 'x', from: 0, count: 0 }), 'grid.x.count', '0 ', 'at least 1'],
  [x({ vary: 'x', from: 0, count: 2.5 }), 'grid.x.count', '2.5', 'a whole number'],
  [x({ vary: 'x', from: 0, count: 20000 }), 'grid.x.count', '20000', 'at most 16384'],
  [x({ vary: 'x', from: 0, scale: 'cubic' }), 'grid.x.scale', '"cubic"', 'linear'],
  [{ engine: 'metal' }, 'engine', '"metal"', 'it may be "auto", "webgpu" or "cpu"'],
  [{ engine: null }, 'engine', 'null', 'webgpu'],
  [x({ vary: 'lr', from: 0, to: 1, scale: 'log' }), 'grid.x.from', '0 ', 'above 0'],
  [x({ vary: 'lr', from: 1, to: -1, scale: 'log' }), 'grid.x.to', '-1 ', 'above 0'],
  [x({ vary: 'beta1', from: 0, to: 1, count: 3 }), 'grid.x.to', '1 ', '0.999999'],
  [x({ vary: 'noise', from: -1 }), 'grid.x.from', '-1 ', '0 to'],
  [{ grid: { y: { vary: 'x', from: 1 } } }, 'grid.y', 'without grid.x', 'call this one x'],
  [{ grid: { x: { vary: 'x', from: 0 }, y: { vary: 'start.x', from: 0, to: 1, count: 2 } } }, 'grid.y.vary', '"start.x"', 'different'],
  [{ grid: { z: {} } }, 'grid', '"z"', 'misspelt'],
  [{ start: { z: 1 } }, 'start.z', '"z"', 'x, y'],
  [{ start: { x: '1' } }, 'start.x', '"1"', 'a number'],
  [{ steps: 0 }, 'steps', '0 ', 'at least 1'],
  [{ steps: 1e9 }, 'steps', '1000000000', '10000000'],
  [{ steps: 2.5 }, 'steps', '2.5', 'a whole number'],
  [{ steps: '10' }, 'steps', '"10"', 'a whole number'],
  [{ seed: null }, 'seed', 'null', 'a whole number'],
  [{ start: 5 }, 'start', '5', 'an object'],
  [{ noise: -1 }, 'noise', '-1 ', 'at least 0'],
  [{ objective: 'linear-regression', batch: 0 }, 'batch', '0 ', 'at least 1'],
  [{ objective: 'linear-regression', batch: 2.5 }, 'batch', '2.5', 'a whole number'],
  [{ objective: 'linear-regression', batch: 5000 }, 'batch', '5000', 'at most 4096'],
  [{ objective: 'linear-regression', ...x({ vary: 'batch', from: 0, to: 8, count: 3 }) }, 'grid.x.from', '0 ', '1 to 4096'],
  [{ objective: 'linear-regression', ...x({ vary: 'batch', from: 0.2, to: 8, count: 3 }) }, 'grid.x.from', '0.2 is not whole', 'a whole number'],
  [{ batch: 8 }, 'batch', 'rows to draw', 'with "data"'],
  [x({ vary: 'batch', from: 8 }), 'grid.x.vary', 'rows to draw', 'with "data"'],
  [typed({ parameters: ['batch'] }), 'objective.parameters', '"batch"', 'another name'],
  [{ seed: 2 ** 32 }, 'seed', '4294967296', '4294967295'],
  [{ target: 'low' }, 'target', '"low"', 'it must be a number or null'],
  [{ start: { x: 1e9 }, ...x({ vary: 'lr', from: 0.1 }) }, 'start', 'a start 1.00e+9 away from 0', 'nearer than 361,'],
  [x({ vary: 'x', from: 0, to: 1e9, count: 2 }), 'grid.x', '1.00e+9', 'or outcomes.escape above 1.00e+9'],
  [{ outcomes: { escape: 0 } }, 'outcomes.escape', '0 ', 'above 0'],
  [{ outcomes: { escape: 2 } }, 'outcomes.escape', '2 ', 'above 3.6'],
  [{ outcomes: { bnd: 2 } }, 'outcomes', '"bnd"', 'misspelt'],
  [{ step: 5 }, 'experiment', '"step"', 'misspelt'],
]; // biome-ignore format: a table

describe('a bad experiment: which field, what it holds, what it may hold', () => {
  test.each(BAD.map((row) => [JSON.stringify(row[0]), ...row] as const))('%s', (_, fields, field, found, possible) => {
    const error = errorOf({ ...BASE, ...fields }) as BadExperiment;
    expect(error).toBeInstanceOf(BadExperiment);
    expect(error.field).toBe(field);
    expect(error.problem).toContain(found.trim());
    expect(error.possible).toContain(possible);
    expect(error.message).toBe(`${error.field}: ${error.problem}; ${error.possible}`);
  });

  test.each([undefined, null, 3, 'sgd', []])('%j is no experiment', (value) => {
    expect(errorOf(value).message).toMatch(/^experiment: .*; it must be an object$/);
  });
});

describe('formulas in an experiment', () => {
  test.each([
    [{ objective: { formula: 'x +' } }, 'ends too early'],
    [{ objective: { formula: 'x + z' } }, '`z`'],
    [scheduled({ formula: 'lr*q' }), '`q`'],
    [scheduled({ formula: 'lr < 1' }), 'no learning rate'],
    [scheduled({ formula: 'r = lr' }), 'no learning rate'],
    [optimizer({ rules: [{ formula: 'u = q*u' }] }), '`q`'],
    [optimizer({ rules: [{ formula: 'sign(u)' }] }), 'nothing uses'],
    [optimizer({ rules: [{ formula: 'r = u' }] }), 'changes nothing'],
    [optimizer({ rules: [{ formula: 'theta = u' }] }), '`theta`'],
    [optimizer({ rules: [{ formula: 'u = norm(t)*u' }] }), 'scalar'],
    [optimizer({ rules: [{ formula: 'u = m', state: { m: 0 } }] }), 'never assigned'],
    [optimizer({ rules: [{ formula: 'm = u; u = m', state: { m: 'q' } }] }), '`q`'],
    [optimizer({ rules: [{ formula: 'm = u; u = m', state: { m: 't' } }] }), '`t`'],
    [optimizer({ rules: [{ formula: 'm = u; u = m', state: { m: 'r = 1' } }] }), 'no value'],
  ])('%j', (fields, found) => {
    const error = errorOf({ ...BASE, ...fields });
    // An optimizer's formula is one of many: its error names the field; the objective's is the one being typed.
    expect(error).toBeInstanceOf('objective' in fields ? FormulaError : BadExperiment);
    if (!('objective' in fields))
      expect(error.message).toMatch(
        /^optimizers\.0\.(rules\.0\.(formula|state\.m)|schedule\.formula): .* at column \d+; /,
      );
    expect(error.problem).toContain(found);
  });
});

describe('whatever is given, the error is one of the two kinds', () => {
  const safe = (value: unknown) => {
    try {
      planExperiment(value);
    } catch (error) {
      if (!(error instanceof BadExperiment || error instanceof FormulaError)) throw error;
    }
  };
  const keys = [
    'objective',
    'optimizers',
    'grid',
    'x',
    'y',
    'vary',
    'from',
    'name',
    'rules',
    'formula',
    'schedule',
    'start',
    'lr',
    'state',
    '__proto__',
  ];
  const values = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom('rosenbrock', 'adam', 'x', 'lr', 'u = u', 'ema', 1e-3),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      values,
      fc.dictionary(fc.constantFrom(...keys), tie('tree')),
      fc.array(tie('tree'), { maxLength: 3 }),
    ),
  }));

  test('any JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), safe), { numRuns: 500, seed: 1 });
  });
  test('words of experiments in any order', () => {
    fc.assert(fc.property(tree, safe), { numRuns: 1000, seed: 2 });
  });
  test('a good experiment with one field replaced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(BASE), 'grid', 'start', 'steps', 'noise', 'outcomes'),
        tree,
        (key, value) => safe({ ...BASE, [key]: value }),
      ),
      { numRuns: 1000, seed: 3 },
    );
  });
});
