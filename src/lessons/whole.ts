import type { Lesson, LessonWords } from './lesson.ts';

const words: LessonWords = {
  title: 'The whole form',
  steps: [
    {
      title: 'Three parts, one at a time',
      text: 'θ ← θ − η·m/σ, and η falls with time: all that the lecture built, in one line. Here its parts are put together one by one, on a valley 100 times as steep as flat, with noise on every gradient.\n\nThe median loss after 1,000 steps: 0.045 with the gradient g alone; 0.029 with m in its place; 0.064 with g/σ, which feels the noise most; 0.026 with m/σ. And 0.004 once η falls along a cosine: with noise, no constant rate gets to the bottom.',
      watch: 'The five losses: their order at the start is not their order at the end.',
      question: 'Set the noise to 0. Whose rank changes the most?',
    },
    {
      title: 'Compose your own',
      text: 'The first card has no rule at all: its update is the gradient. The second is Adam, written as its two rules, with a schedule.\n\nEvery optimizer here is such a list: a rule for momentum, a rule for the scale, a schedule. Open the first card’s rules and add to them, or type a rule of your own as a formula. Order counts: “averaged gradient” and then “root of the averaged square” is m/σ; the other way round it averages g/σ.',
      watch: 'The loss of your own beside that of the second card.',
      question: 'Which list gets nearer to the bottom than the second card, at any rate you like?',
    },
  ],
};

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
  words,
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
