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
      text: 'The other half alone: x/156, not centred, 156 being the standard deviation. The condition number falls to 19. At rate 0.2 every start arrives; half of them need no more than 54 steps.\n\nThis is what dividing by σ does inside the optimizer, done once to the data.',
      watch: 'The ellipses: tilted, but ellipses that one can see.',
      question: 'From which rate on do starts diverge? (2 over the largest eigenvalue, 8.7, is 0.23.)',
    },
    {
      title: 'Both: a bowl',
      text: 'Mean subtracted, divided by the spread, y likewise: the condition number is 1, the contours are circles, and the gradient points straight at the minimum from everywhere.\n\nAt rate 0.5 plain descent arrives in *one* step from every start. No optimizer is needed any more. Real networks have no such formula, but normalised inputs and layers go this way.',
      watch: 'One step of the run: all balls are in one place.',
      question: 'And at 0.1, at 0.9, at 1.01? Explain each from the one curvature that there is, 2.',
    },
    {
      title: 'A network, inputs as they come',
      text: 'The same with a small network: four units with *tanh* learn one period of a sine, from x between 0 and 100. The map is a slice of its surface: the first unit’s weight and bias vary, the others stand where they start.\n\nA weight of 0.1 makes a sum of 10 out of the largest x, and there *tanh* is 1 to the eighth digit. So the surface is flat ground with a crack where the weight is near 0. From none of 576 starts does plain descent reach the target, a loss of 0.05: after 2,000 steps most are near 0.479, the loss of a network that always answers the mean, and none is below 0.45.',
      watch: 'Beside the crack there is no slope to follow: the losses in the charts become level lines.',
      question: 'Does another learning rate help? Try 0.003, and 0.3.',
    },
    {
      title: 'Inputs standardised',
      text: 'The mean subtracted, divided by the spread, as for the line. Nothing else has changed, not even the first weights; the same slice now has wide slopes.\n\nAt the same rate every start reaches the target, half of them within 171 steps.',
      watch: 'Where the crack was there are wide slopes, and the losses fall.',
      question: 'At 0.3 all arrive as well. Do they stay there?',
    },
    {
      title: 'Another activation',
      text: '*relu* in place of *tanh*, the inputs still standardised. The slice is made of pieces with edges between them.\n\nAt 0.1 nearly all starts arrive, 98.4 %, half of them within 261 steps; 1 % are above the target again at the end. Without standardising, as many diverge already at a rate of 0.01: *relu* does not saturate, so large inputs make large gradients. The activation says what kind of surface it is, the scaling how steep.',
      watch: 'The edges in the contours, which no slope of *tanh* has.',
      question:
        'Choose the other activations under “Network”. Which one makes the smoothest surface, and which one cannot learn a sine at all?',
    },
  ],
};
