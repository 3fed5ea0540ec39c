import type { Lesson, LessonWords } from './lesson.ts';

const words: LessonWords = {
  title: 'Adam: what m adds to σ',
  steps: [
    {
      title: 'RMSProp with momentum',
      text: 'Adam moves by m/σ: σ as in RMSProp, and in place of the gradient its average m over the last steps.\n\nThe ravine from 576 starts, η = 0.1 for both. After 10,000 updates every RMSProp run still *oscillates* across the valley, its loss 2,200 above the minimum: each step in w is about η long, wherever it stands. Every Adam run has reached the target: gradients that change their sign cancel in m, so the swinging dies out.',
      watch: 'The two losses on the right: RMSProp’s stays on a shelf while its gradient norm is 80,000 and more.',
      question:
        'Make RMSProp’s η ten times smaller. How high is the shelf now, and how long is the way along the floor?',
    },
    {
      title: 'Why m and σ do not cancel',
      text: 'Both are made of the same gradients. Why is m/σ not simply ±1? Because m keeps their *signs* and σ only their *sizes*.\n\nOn this slope the gradient of x is −1 at every step: m is −1, σ is 1, and x moves by a whole η each time, 10 in 200 steps. Across the valley the gradient of y is +10 or −10 by turns: σ stays at 10, while in m the two signs nearly cancel. SGD swings by 0.5 for ever, RMSProp by a whole η, 0.05; Adam’s steps in y become shorter than 0.01.',
      watch:
        'In the cell on the right m and σ of both parameters over the same steps: y’s m falls to about 0 while its σ stays.',
      question: 'Set β₁ to 0: m is then the gradient itself. What does y do?',
    },
  ],
};

/** Momentum over the root mean square. The second step's surface is made for it: one constant gradient, one that swings. */
export const adam: Lesson = {
  id: 'adam',
  figures: '18, 26–27',
  words,
  steps: [
    {
      experiment: {
        objective: 'ravine',
        optimizers: [
          { name: 'rmsprop', lr: 0.1 },
          { name: 'adam', lr: 0.1 },
        ],
        grid: { x: { vary: 'b', from: -200, to: -100, count: 24 }, y: { vary: 'w', from: -5, to: 5, count: 24 } },
        steps: 10_000,
        // A hundredth of the domain's extent is wider than the swinging that this step is about.
        outcomes: { distance: 0.01 },
      },
      pace: 1000,
      formula: 'm = beta1*m + (1 - beta1)*g; v = beta2*v + (1 - beta2)*g^2; theta = theta - eta*m/sqrt(v)',
    },
    {
      experiment: {
        objective: {
          formula: '10*abs(y) - x',
          domain: [
            [-1, 11],
            [-1.5, 1.5],
          ],
        },
        optimizers: [
          { name: 'adam', lr: 0.05 },
          { name: 'rmsprop-lecture', lr: 0.05, alpha: 0.9, label: 'RMSProp' },
          { name: 'sgd', lr: 0.05 },
        ],
        grid: { x: { vary: 'x', from: 0 } },
        start: { y: 0.62 },
        steps: 200,
      },
      view: { cell: [0, 0, 0] },
      pace: 60,
    },
  ],
};
