import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { openTestEngine } from '../support/engine.ts';
import { expectLearned, type Lesson } from '../support/learned.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openTestEngine();
});
afterAll(() => engine.destroy());

const ADAM = [{ name: 'adam', lr: 0.03 }];

/** The losses lie well above what was seen, so that only networks that do not learn fail them. */
const LESSONS: Readonly<Record<string, Lesson>> = {
  'circles, mean square': {
    experiment: { objective: { network: { widths: [2, 4, 1], data: 'circles' } }, optimizers: ADAM, steps: 600 },
    loss: 0.1,
    share: 0.9,
  },
  'xor, cross-entropy, relu': {
    experiment: {
      objective: { network: { widths: [2, 6, 2], data: 'xor', loss: 'cross-entropy', activation: 'relu' } },
      optimizers: ADAM,
      steps: 600,
    },
    loss: 0.2,
    share: 0.7,
  },
  'clouds, logistic, without biases': {
    experiment: {
      objective: { network: { widths: [2, 2, 1], data: 'gaussians', loss: 'logistic', biases: false } },
      optimizers: ADAM,
      steps: 300,
    },
    loss: 0.1,
    share: 0.95,
  },
  'spirals, logistic, 45 parameters': {
    experiment: {
      objective: { network: { widths: [2, 11, 1], data: 'spirals', loss: 'logistic' } },
      optimizers: ADAM,
      steps: 3000,
    },
    loss: 0.15,
    share: 0.9,
  },
};

describe('256 networks learn', () => {
  test.each(Object.entries(LESSONS))('%s', async (_, lesson) => {
    await expectLearned(engine, lesson);
  });
});
