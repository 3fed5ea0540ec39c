import type { LessonWords } from '../lesson-words.ts';

export const ravine: LessonWords = {
  title: 'The convex ravine',
  steps: [
    {
      title: 'Too large a rate: wall to wall',
      text: 'A straight line y = b + w·x through ten points, by least squares: a convex surface with one minimum, no saddle, no trick. But it is 313,000 times as steep along w as along the valley floor.\n\nAt learning rate 0.01 plain descent jumps between w = −4 and w = 8.9, from one wall to the other. The loss goes from 4,203 to 4,190 in 1,000 updates; the gradient norm stays at 1,293.',
      watch:
        'The path in the cell’s panel, wall to wall, and under it the two flat curves. Convex is not the same as easy.',
      question:
        'Make the rate 0.001: the swinging ends. How far does b come in 1,000 steps? It must go from −120 to −188.',
    },
    {
      title: 'Small enough, and 100,000 updates',
      text: 'The same ten points, their errors summed unscaled; here rates up to 1.145·10⁻⁶ are stable. With 10⁻⁷ the ball is on the valley floor after some 50 steps. Then it turns towards the minimum, and goes on for the rest of 100,000 updates.\n\nIt has not arrived. b went from −120 to −123.7 and should be −188.4. Along the floor the gradient is small, and the rate that the steep walls allow makes it smaller still.',
      watch:
        'The path in the cell’s panel: one sharp turn, then almost nothing. The gradient norm falls from 11 million to 361, and is still not 0.',
      question: 'Set the steps to 1,000,000. Is that enough?',
    },
    {
      title: 'Is there a right rate?',
      text: 'Try them all at once: 48 learning rates from 10⁻⁸ to 2·10⁻⁶ from left to right, several starts w from bottom to top, 100,000 updates each.\n\nNot one arrives. Below 1.145·10⁻⁶ all of them are still on their way; above it they diverge. Even the largest stable rate shortens the error along the floor by only 6 millionths a step: from b = −120 that takes some 660,000 steps.',
      watch: 'The map of outcomes: crawling at the left, diverged at the right, and no column of converged in between.',
      question: 'Replace SGD by heavy ball with momentum 0.99. Now some columns arrive: which?',
    },
    {
      title: 'Both troubles on one surface',
      text: 'A long cone, with two learning rates. With 10⁻² the ball swings across the valley, the loss at 4,900 for ever, the gradient norm at 1,000. With 10⁻⁷ it glides down the wall in about 60,000 updates, turns, and stands at x = 6.43 after 100,000, where 0 is the goal.\n\nOne rate for all parameters must fit the steepest of them, and is then too small for the rest. That is what a rate for *each* parameter is for.',
      watch: 'Both losses in one chart: one stays up, one falls and then flattens at 551.',
      question:
        'Is there a rate in between that ends near 0? Let the grid vary the learning rate across to see them all.',
    },
  ],
};
