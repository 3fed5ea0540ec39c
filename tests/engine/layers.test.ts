import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CellTable, type Engine, OUTCOMES, type Population } from '../../src/engine/index.ts';
import { simulate } from '../../src/engine/oracle.ts';
import { MOST_RATIO } from '../../src/engine/slots.ts';
import { traceOf } from '../../src/engine/trace-rows.ts';
import { type Plan, planExperiment } from '../../src/experiment/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { LAYERED_FORMS, layeredFailures } from '../support/layered-forms.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine?.destroy());

/** Sohl-Dickstein's network of 272 parameters, with few rows; rates from small ones to some that throw it out. */
const mild: Plan = planExperiment({
  objective: {
    network: {
      widths: [16, 16, 1],
      biases: false,
      parametrisation: 'mean-field',
      data: { name: 'random', rows: 19 },
    },
  },
  optimizers: [
    { name: 'momentum', lr: 0.1 },
    { name: 'lamb', lr: 0.1, 'lr.2': 0.02 },
  ],
  grid: {
    x: { vary: 'lr', from: 0.1, to: 1e6, count: 3, scale: 'log' },
    y: { vary: 'network.seed', from: 0, to: 1, count: 2 },
  },
  outcomes: { escape: 1e5 },
  target: 1,
  steps: 24,
});

/** A deeper one of 1,025 parameters, with biases, decay and noise; each optimizer by itself, for a software adapter's compiler takes long for each. */
const deep: readonly Plan[] = [
  { name: 'adam', lr: 0.01 },
  { name: 'normalized-momentum', lr: 0.05 },
].map((optimizer) =>
  planExperiment({
    objective: { network: { widths: [14, 32, 16, 1], data: { name: 'random', rows: 37 }, l2: 0.01 } },
    optimizers: [optimizer],
    grid: { x: { vary: 'network.seed', from: 0, to: 1, count: 2 } },
    noise: 0.01,
    steps: 10,
  }),
);

describe('networks whose layers are data', () => {
  test('have so many parameters', () => {
    expect([mild, deep[0]].map(({ objective }) => objective.layered?.parameters)).toEqual([272, 1025]);
  });

  test.each(LAYERED_FORMS)('loss and gradient of $widths are those of float64', async (form) => {
    expect(await layeredFailures(engine, form)).toEqual([]);
  });

  /** A population after its plan's steps, made in passes of these lengths, over and over. */
  const after = async (plan: Plan, passes: readonly number[], steps = plan.steps): Promise<Population> => {
    const population = await engine.populate(plan);
    for (let i = 0; population.step < steps; i++) {
      population.advance(Math.min(passes[i % passes.length], steps - population.step));
    }
    return population;
  };

  /** Compares a cell with the oracle, up to where the oracle's loss has grown so far that float32's errors have, too. */
  const compare = (plan: Plan, optimizer: number, cells: CellTable, cell: number, tolerance: number) => {
    const columns = plan.x.values.length;
    const rows = simulate(plan, optimizer, [cell % columns, Math.floor(cell / columns)]);
    const last = rows[rows.length - 1];
    const where = `${plan.optimizers[optimizer].label}, cell ${cell}`;
    expect(cells.divergedAt[cell], where).toBe(last.diverged ? last.step : -1);
    const arrived = rows.find(({ loss, diverged }) => !diverged && plan.target !== null && loss <= plan.target);
    expect(cells.arrivedAt[cell], where).toBe(arrived?.step ?? -1);
    if (last.diverged) return rows;
    const near = (what: string, got: number, expected: number) =>
      expect.soft(Math.abs(got - expected), `${where}, ${what}: ${got}, not ${expected}`).toBeLessThan(tolerance * (1 + Math.abs(expected))); // biome-ignore format: one line
    near('loss', cells.loss[cell], last.loss);
    near('best', cells.best[cell], Math.min(...rows.map(({ loss }) => loss)));
    near('gradient norm', cells.gradientNorm[cell], last.gradientNorm);
    last.theta.forEach((each, k) => {
      near(plan.objective.parameters[k], cells.theta[k][cell], each);
    });
    return rows;
  };

  describe('of 272 parameters', () => {
    let population: Population;
    beforeAll(async () => {
      population = await after(mild, [24]);
    });
    afterAll(() => population?.destroy());

    test.each([0, 1])('go as in float64, and leave at the very step: optimizer %i', async (optimizer) => {
      const cells = await population.cells(optimizer);
      for (let cell = 0; cell < mild.cells; cell++) compare(mild, optimizer, cells, cell, 1e-4);
      // The largest rate throws some out, the smallest none.
      const left = [...cells.divergedAt].map((at) => at >= 0);
      expect([left[0], left[2], left[3], left[5]]).toEqual(
        optimizer === 0 ? [false, true, false, true] : expect.anything(),
      );
      const told = [...cells.outcome].map((code) => OUTCOMES[code] === 'diverged');
      expect(told).toEqual(left);
    });

    test('tell sums of the losses over the first, of those who stay and of those who leave', async () => {
      const { ratios, divergedAt } = await population.cells(0);
      if (!ratios) throw new Error('no ratios');
      for (let cell = 0; cell < mild.cells; cell++) {
        const rows = simulate(mild, 0, [cell % 3, Math.floor(cell / 3)]);
        const made = rows.slice(0, divergedAt[cell] < 0 ? mild.steps : divergedAt[cell]);
        const each = made.map(({ loss }) => Math.min(loss / rows[0].loss, MOST_RATIO));
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        const expected = [
          rows[0].loss,
          sum(each),
          sum(each.map((ratio) => 1 / ratio)),
          sum(each.filter((_, step) => step >= mild.steps - 20)),
        ];
        const got = [ratios.first, ratios.sum, ratios.inverse, ratios.tail].map((column) => column[cell]);
        got.forEach((value, i) => {
          expect.soft(Math.abs(value - expected[i]), `cell ${cell}, ${i}: ${value}, not ${expected[i]}`).toBeLessThanOrEqual(2e-4 * expected[i]); // biome-ignore format: one line
        });
      }
    });

    test('have the same bits however the steps are cut, and after a checkpoint', async () => {
      const other = await engine.populate(mild);
      for (const count of [1, 5, 2]) other.advance(count);
      await other.measure();
      const checkpoint = await other.checkpoint();
      other.advance(16);
      const cut = await other.checkpoint();
      other.advance(3);
      other.restore(checkpoint);
      other.advance(16);
      const [whole, again] = await Promise.all([population.checkpoint(), other.checkpoint()]);
      const { slots } = { slots: 3 * 272 + 5 };
      for (const [i, { values, tallies }] of whole.states.entries()) {
        // What measurements alone write (best and present loss, norm, path and anchor) differs by when they were made.
        const steps = (floats: Float32Array) => [floats.slice(0, 544 * mild.cells), floats.slice(slots * mild.cells)];
        expect(steps(cut.states[i].values), `optimizer ${i}, cut`).toEqual(steps(values));
        expect(again.states[i].values, `optimizer ${i}, restored`).toEqual(cut.states[i].values);
        expect(cut.states[i].tallies.slice(0, 2 * mild.cells)).toEqual(tallies.slice(0, 2 * mild.cells));
      }
      other.destroy();
    });

    test('go on from a checkpoint of the CPU engine', async () => {
      const other = await openTestEngine('cpu');
      const there = await other.populate(mild);
      there.advance(9);
      const here = await engine.populate(mild);
      here.restore(await there.checkpoint());
      here.advance(15);
      const cells = await here.cells(0);
      for (const cell of [0, 3, 5]) compare(mild, 0, cells, cell, 1e-4);
      here.destroy();
      there.destroy();
      other.destroy();
    });

    test('are traced bit by bit', async () => {
      const cells = await population.cells(0);
      const trace = await traceOf(engine, mild, 0, [0, 1]);
      const last = trace.rows[mild.steps];
      last.theta.forEach((each, k) => {
        expect(each).toBe(cells.theta[k][3]);
      });
      expect(last.loss).toBe(cells.loss[3]);
      trace.rows.slice(1).forEach(({ u, eta, theta }, i) => {
        const before = trace.rows[i].theta;
        theta.forEach((each, k) => {
          expect(Math.abs(each - (before[k] - eta * u[k]))).toBeLessThan(1e-6);
        });
      });
    });

    test('take over other numbers without building anything', async () => {
      const built = engine.pipelinesBuilt;
      const slower = planExperiment({ ...mild.experiment, grid: { ...mild.experiment.grid, x: { vary: 'lr', from: 0.01, to: 1, count: 3, scale: 'log' } } }); // biome-ignore format: one line
      const other = await engine.populate(mild);
      expect(other.retune(slower)).toBe(true);
      other.advance(slower.steps);
      const cells = await other.cells(0);
      for (const cell of [0, 5]) compare(slower, 0, cells, cell, 1e-4);
      expect(engine.pipelinesBuilt).toBe(built);
      other.destroy();
    });
  });

  test.each(deep)('of 1,025 parameters go as in float64, with noise and decay: $optimizers.0.label', async (plan) => {
    const population = await after(plan, [3, 1]);
    const cells = await population.cells(0);
    for (let cell = 0; cell < plan.cells; cell++) compare(plan, 0, cells, cell, 2e-4);
    const [measured] = (await population.measure()).optimizers;
    expect(measured.outcomes.reduce((sum, each) => sum + each)).toBe(plan.cells);
    expect(measured.loss[2]).toBeGreaterThan(0);
    population.destroy();
  });
});
