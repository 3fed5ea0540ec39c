import type { LessonWords } from '../lesson-words.ts';

export const adam: LessonWords = {
  title: 'Adam: what m adds to σ',
  steps: [
    {
      title: 'RMSProp with momentum',
      text: 'Adam moves by m/σ: σ as in RMSProp, and in place of the gradient its average m over the last steps.\n\nThe ravine from 576 starts, η = 0.1 for both. After 10,000 updates every RMSProp run still *oscillates* across the valley, its loss 2,200 above the minimum: each step in w is about η long, wherever it stands. Every Adam run has reached the target, though a few are off it again at the end: gradients that change their sign cancel in m, so the swinging dies out.',
      watch: 'The two losses in the charts: RMSProp’s stays on a shelf while its gradient norm is 80,000 and more.',
      question:
        'Make RMSProp’s η ten times smaller. How high is the shelf now, and how long is the way along the floor?',
    },
    {
      title: 'Why m and σ do not cancel',
      text: 'Both are made of the same gradients. Why is m/σ not simply ±1? Because m keeps their *signs* and σ only their *sizes*.\n\nOn this slope the gradient of x is −1 at every step: m is −1, σ is 1, and x moves by a whole η each time, 10 in 200 steps. Across the valley the gradient of y is +10 or −10 by turns: σ stays at 10, while in m the two signs nearly cancel. SGD swings by 0.5 for ever, RMSProp by a whole η, 0.05; Adam’s steps in y become shorter than 0.01.',
      watch:
        'In the cell’s panel m and σ of both parameters over the same steps: y’s m falls to about 0 while its σ stays.',
      question: 'Set β₁ to 0: m is then the gradient itself. What does y do?',
    },
  ],
};
