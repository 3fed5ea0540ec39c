import type { LessonWords } from '../lesson-words.ts';

export const flattening: LessonWords = {
  title: 'Flatten the surface instead',
  steps: [
    {
      title: 'The problem, once more',
      text: 'So far the optimizer was changed. One may also change the surface. The ravine is steep because its data are: x lies between 25 and 606, while the column that b is multiplied by is all ones.\n\nThe mean square error of the line, plain descent at 10⁻⁵, near the largest stable rate: the condition number, largest over smallest eigenvalue of the Hessian, is 313,000. After 100,000 steps 4 % of 576 starts are within reach of the minimum, those that began in front of it.',
      watch: 'The ellipses are so long that the map shows them as straight lines.',
      question: 'Which starts have arrived? Colour by outcome.',
    },
    {
      title: 'Subtract the mean',
      text: 'First half of standardising: x − 251 in place of x. The line is the same, only b now means its height in the middle of the data. The two parameters no longer pull on each other: the ellipses stand upright, and the condition number is 24,340, a thirteenth of what it was.\n\nWith the largest stable rate, 4·10⁻⁵, every start arrives within 100,000 steps, half of them within 63,000.',
      watch: 'The axes of the ellipses are those of the map.',
      question: 'Would Adagrad need this step? Try it on both surfaces.',
    },
    {
      title: 'Divide by the spread',
      text: 'The other half alone: x/156, not centred, 156 being the standard deviation. The condition number falls to 19. At rate 0.2 every start arrives; half of them need no more than 46 steps.\n\nThis is what dividing by σ does inside the optimizer, done once to the data.',
      watch: 'The ellipses: tilted, but ellipses that one can see.',
      question: 'From which rate on do starts diverge? (2 over the largest eigenvalue, 8.7, is 0.23.)',
    },
    {
      title: 'Both: a bowl',
      text: 'Mean subtracted, divided by the spread, y likewise: the condition number is 1, the contours are circles, and the gradient points straight at the minimum from everywhere.\n\nAt rate 0.5 plain descent arrives in *one* step from every start. No optimizer is needed any more. Real networks have no such formula, but normalised inputs and layers go this way.',
      watch: 'One step of the run: all balls are in one place.',
      question: 'And at 0.1, at 0.9, at 1.01? Explain each from the one curvature that there is, 2.',
    },
  ],
};
