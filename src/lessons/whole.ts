import type { Lesson } from './lesson.ts';

const EMA = 'ema';
const SCALE = 'adam-scale';
const bowl = {
  objective: 'ill-conditioned-quadratic',
  grid: { x: { vary: 'x', from: -5, to: 5, count: 32 }, y: { vary: 'y', from: -5, to: 5, count: 32 } },
  noise: 3,
  steps: 1000,
};

/** m, σ and a schedule, put together from rules. */
export const whole: Lesson = {
  id: 'whole',
  figures: '28',
  steps: [
    {
      experiment: {
        ...bowl,
        optimizers: [
          { rules: [], lr: 0.01, label: 'g' },
          { rules: [EMA], lr: 0.01, label: 'm' },
          { rules: ['rms-scale'], lr: 0.05, label: 'g/σ' },
          { rules: [EMA, SCALE], lr: 0.05, label: 'm/σ' },
          { rules: [EMA, SCALE], lr: 0.05, label: 'm/σ, η falls', schedule: { name: 'cosine' } },
        ],
      },
      pace: 240,
      formula: 'theta = theta - eta*m/sigma',
    },
    {
      experiment: {
        ...bowl,
        optimizers: [
          { rules: [], lr: 0.01, label: 'your own' },
          { rules: [EMA, SCALE], lr: 0.05, label: 'Adam, cosine', schedule: { name: 'cosine' } },
        ],
      },
      pace: 240,
    },
  ],
};
