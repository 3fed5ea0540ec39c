import type { LessonWords } from '../lesson-words.ts';

export const stuck: LessonWords = {
  title: 'Stuck, with a large gradient',
  steps: [
    {
      title: 'A loss that stops falling',
      text: 'One ball, plain gradient descent, a long narrow valley. The loss begins at 5,942, and after 1,000 updates it is still 5,068; the minimum is 0.\n\nThe usual guess is that the gradient has vanished. It has not: its norm is 1,000, as at the start. The steps are long; they lead from one wall of the valley to the other and back.',
      watch:
        'In the cell’s panel the ball’s path, to and fro between the walls. Below it the loss becomes a flat line, and so does the gradient norm, far from 0.',
      question: 'Make the learning rate ten times smaller, then ten times larger. At what height does the loss stay?',
    },
    {
      title: 'Most runs that are stuck look like this',
      text: 'Now 4,096 starts on a surface with four minima, coloured by what becomes of them. After 1,000 updates 54 % have reached a minimum. The other 46 % are stuck.\n\nNot one of them stands at a critical point. All of them *oscillate*: the loss has stopped falling, and the gradient norm is 30 or more in every single one.',
      watch:
        'The outcomes among the charts and the colours on the map: there is amber (oscillating), and no violet (saddle) or grey (flat).',
      question:
        'At learning rate 0.01 every start arrives. Drag the rate up slowly: which outcome comes first, and when do balls begin to leave the map?',
    },
    {
      title: 'One of them under the glass',
      text: 'The same runs, and one cell of the grid in detail. It swings around a minimum that cannot hold it: the curvature there is 134, and a rate of 0.02 is stable only up to 2/0.02 = 100. Two of the four minima are steeper than that; the starts around them are the 46 %.\n\nSo before you blame a critical point, look at the gradient norm. It costs nothing to log.',
      watch:
        'In the cell’s panel: the reason of the outcome, the path, and below it loss and gradient norm of this one run.',
      question: 'Click other points of the map. Can you find a start that is stuck for another reason?',
    },
  ],
};
