import type { LessonWords } from '../lesson-words.ts';

export const sigma: LessonWords = {
  title: 'A rate for each parameter: σ',
  steps: [
    {
      title: 'Divide by the size of the gradients',
      text: 'Each parameter gets a divisor of its own: σ, the *root mean square* of all its gradients so far. Steep parameters get a large σ and short steps, flat ones a small σ and long steps.\n\nAt the first update σ is the size of the gradient itself. So the first step is exactly η in every parameter: here 0.7 in b and 0.7 in w, although the gradient of w is 352 times that of b.',
      watch: 'In the cell on the right: g of b and of w, then σ of both, then η/σ, the rate that each really gets.',
      question: 'Change the learning rate to 0.1, and go to step 1 with the slider. Where is the ball?',
    },
    {
      title: 'Why the root, why the mean, why the square',
      text: 'The square makes gradients of either sign count; the mean keeps σ from growing only because time passes; the root gives it the unit of a gradient again, so that g/σ has none and η alone sets the length of a step.\n\nA consequence that you can test: stretch or press an axis of the surface, and the path stays the same. Here y is 100 times as steep as x in its slope’s unit (10,000 times in curvature). Adagrad arrives from 97 % of the starts; SGD, at a rate just stable, from 3 %.',
      watch:
        'The two kinds of trails: SGD’s bend at once to the valley floor and stay there; Adagrad’s lead straight to the middle.',
      question:
        'Change 10000 in the formula to 1: SGD’s paths change, Adagrad’s do not. Why does the loss look different all the same?',
    },
  ],
};
