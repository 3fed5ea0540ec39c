import type { LessonWords } from '../lesson-words.ts';

export const whole: LessonWords = {
  title: 'The whole form',
  steps: [
    {
      title: 'Three parts, one at a time',
      text: 'θ ← θ − η·m/σ, and η falls with time: all that the lecture built, in one line. Here its parts are put together one by one, in a valley that bends 100 times as much across as along, with noise on every gradient.\n\nThe median loss after 1,000 steps: 0.045 with the gradient g alone; 0.029 with m in its place; 0.064 with g/σ, which feels the noise most; 0.026 with m/σ. And 0.004 once η falls along a cosine: with noise, no constant rate gets to the bottom.',
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
