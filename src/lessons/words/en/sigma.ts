import type { LessonWords } from '../lesson-words.ts';

export const sigma: LessonWords = {
  title: 'A rate for each parameter: σ',
  steps: [
    {
      title: 'Divide by the size of the gradients',
      text: 'Each parameter gets a divisor of its own: σ, the *root mean square* of all its gradients so far. Steep parameters get a large σ and short steps, flat ones a small σ and long steps.\n\nAt the first update σ is the size of the gradient itself. So the first step is exactly η in every parameter: here 0.7 in b and 0.7 in w, although the gradient of w is 352 times that of b.',
      watch:
        'In the cell’s panel, under “Coordinates”: g of b and of w, then σ of both, then η/σ, the rate that each really gets.',
      question: 'Change the learning rate to 0.1, and go to step 1 with the slider. Where is the ball?',
    },
    {
      title: 'Why the root, why the mean, why the square',
      text: 'The square makes gradients of either sign count; the mean keeps σ from growing only because time passes; the root gives it the unit of a gradient again, so that g/σ has none and η alone sets the length of a step.\n\nA consequence that you can test: make the surface steeper along one axis, and the path stays the same. Here it bends 10,000 times as much along y as along x. Adagrad arrives from 97 % of the starts; SGD, at a rate just stable, from 3 %.',
      watch:
        'The two lines from one start: SGD’s swings across the valley, and stays where it comes to the floor; Adagrad’s leads nearly straight to the middle. Drag the ring to try other starts.',
      question:
        'Change 10000 in the formula to 1: SGD’s paths change, Adagrad’s do not. Why does the loss look different all the same?',
    },
  ],
};
