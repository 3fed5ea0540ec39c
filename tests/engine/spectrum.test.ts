import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Engine, OUTCOMES, type Outcome } from '../../src/engine/index.ts';
import { type ExperimentInput, type Plan, planExperiment } from '../../src/experiment/index.ts';
import { directions } from '../support/directions.ts';
import { ENGINE, openTestEngine } from '../support/engine.ts';
import { randomNumbers } from '../support/random.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

/** Adapters compile Hessians of sixteen parameters for minutes. */
const DIMENSIONS = ENGINE === 'cpu' ? [1, 2, 3, 10, 16] : [3];
const NAMES = [...'abcdefghijklmnop'].map((letter) => `q${letter}`);
const DISTANCE = 0.01;

/** Eigenvalues for so many dimensions, and what a point where the gradient has vanished then is. */
const SPECTRA: Readonly<Record<string, readonly [Outcome, least: number, (n: number) => number[]]>> = {
  'a bowl with axes of all lengths': ['converged', 1, (n) => range(n, (share) => 700 * 1e-3 ** share)],
  'a round bowl': ['converged', 1, (n) => range(n, () => 3)],
  'a saddle that falls along one axis, gently': ['saddle', 2, (n) => [...range(n - 1, (share) => 1 + share), -1e-3]],
  'a saddle that rises along one axis': ['saddle', 2, (n) => [40, ...range(n - 1, (share) => -1 - share)]],
  'a saddle of two heights': ['saddle', 3, (n) => range(n, (share) => (share < 0.5 ? 1 : -0.5))],
  'a bowl with a gentle axis': ['converged', 2, (n) => [...range(n - 1, (share) => 1 + share), 1e-3]],
  'a trough': ['flat', 2, (n) => [0, ...range(n - 1, (share) => 1 + share)]],
  'a summit': ['saddle', 1, (n) => range(n, (share) => -1 - share)],
};

/** Numbers from a share that runs from 0 to 1. */
function range(count: number, value: (share: number) => number): number[] {
  return Array.from({ length: count }, (_, i) => value(count === 1 ? 0 : i / (count - 1)));
}

/** A quadratic form with known eigenvalues about a centre that float32 holds. */
class Form {
  readonly parameters: string[];
  readonly centre: readonly number[];
  private readonly axes: readonly (readonly number[])[];
  private readonly objective: ExperimentInput['objective'];

  constructor(
    private readonly eigenvalues: number[],
    seed: number,
  ) {
    const random = randomNumbers(seed);
    const n = eigenvalues.length;
    this.parameters = NAMES.slice(0, n);
    this.centre = Array.from({ length: n }, () => Math.floor(16 * random() - 8) / 8);
    this.axes = directions(n, random);
    const along = this.parameters.map((name, i) => `a${i}*(${name} - (${this.centre[i]}))`);
    this.objective = {
      formula: `sum(w*(${along.join(' + ')})^2)/2`,
      parameters: this.parameters,
      data: Object.fromEntries([
        ['w', eigenvalues],
        ...along.map((_, i) => [`a${i}`, this.axes.map((axis) => axis[i])]),
      ]),
    };
  }

  /** The experiment of one cell that starts so far away along the axis of the least, but not vanishing eigenvalue. */
  plan(away: number): Plan {
    const sizes = this.eigenvalues.map((value) => Math.abs(value) || Number.POSITIVE_INFINITY);
    const axis = this.axes[sizes.indexOf(Math.min(...sizes))];
    const start = this.centre.map((value, i) => value + away * axis[i]);
    return planExperiment({
      objective: this.objective,
      optimizers: [{ name: 'sgd', lr: 1e-9 }],
      grid: { x: { vary: this.parameters[0], from: start[0] } },
      start: Object.fromEntries(this.parameters.map((name, i) => [name, start[i]])),
      outcomes: { gradient: 1e-9, distance: DISTANCE },
      target: null,
      steps: 1,
    });
  }
}

async function outcomeOf(plan: Plan): Promise<Outcome> {
  const population = await engine.populate(plan);
  await population.measure();
  const { outcome } = await population.cells(0);
  population.destroy();
  return OUTCOMES[outcome[0]];
}

describe.each(DIMENSIONS)('%i parameters: what a stationary point is, and how near one lies', (n) => {
  const possible = Object.entries(SPECTRA).filter(([, [, least]]) => n >= least);
  test.each(possible)('%s', async (_, [outcome, , spectrum]) => {
    for (const seed of [1, 2].slice(0, ENGINE === 'cpu' ? 2 : 1)) {
      const form = new Form(spectrum(n), 100 * n + seed);
      expect(await outcomeOf(form.plan(0)), `seed ${seed}`).toBe(outcome);
      expect(await outcomeOf(form.plan(0.8 * DISTANCE)), `seed ${seed}, near`).toBe(outcome);
      expect(await outcomeOf(form.plan(1.25 * DISTANCE)), `seed ${seed}, too far`).toBe('crawling');
    }
  });
});
