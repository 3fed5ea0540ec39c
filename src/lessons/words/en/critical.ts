import type { LessonWords } from '../lesson-words.ts';

export const critical: LessonWords = {
  title: 'Critical points: saddle or minimum',
  steps: [
    {
      title: 'A saddle that holds',
      text: 'A point where the gradient is 0 is a critical point. What kind it is, the *Hessian* tells, the matrix of second derivatives: all eigenvalues positive, a minimum; some positive and some negative, a saddle.\n\nHere two wells lie left and right of a ridge, with a saddle at (0, 0), eigenvalues 1 and −1. All 64 starts lie exactly on the ridge, where the gradient has no part that leads off it: SGD, heavy ball and Adam all end in the saddle.',
      watch:
        'The violet outcome in the charts, and the gradient norm: this time it does vanish. The axes at the marks are eigenvectors: walls stand where the surface rises, arrows lead down.',
      question: 'Give start x the value 0.000001 instead of 0. Who leaves the saddle first, and after how many steps?',
    },
    {
      title: 'Noise leads off it',
      text: 'The same starts on the ridge, with noise on the gradient as mini-batches have it: least at the left, most at the right. One direction at the saddle goes down, and any push along it grows from step to step.\n\nAfter 300 steps all starts have reached a well under heavy ball and under Adam, even where the noise is a millionth. Under SGD 74 % have: the less noise, the longer it stays. Fewer are told as converged: under heavy ball and Adam, much noise has shaken 3 to 4 % above the target again.',
      watch:
        'The maps of the step of arrival: columns from little noise to much. SGD has a border left of which nobody is there yet.',
      question: 'Give the run 600 steps. Where is SGD’s border now?',
    },
    {
      title: 'Where eigenvalues tell nothing',
      text: 'The monkey saddle has three ways down and three up, and a Hessian that is 0 at its centre: no eigenvalue says which way is down. Only starts exactly on the three lines that lead straight uphill from it are held. The grid has one of these lines, the one to the right: 33 starts of 4,225, less than 1 %. All others fall off and leave the map.\n\nCloser and closer to it the steps become shorter, so that even these only come near: the page calls it a saddle when the gradient norm is below 10⁻⁵.',
      watch:
        'The map of the step of divergence: three arms along which balls stay longest; on the grey one all the while.',
      question: 'Add a gradient noise of 0.001. Does anybody still stay?',
    },
    {
      title: 'How often does it happen?',
      text: 'Himmelblau’s function has nine critical points: four minima, four saddles, one maximum. Of 16,384 starts all over it, not one ends at a saddle or at the maximum, with SGD, heavy ball or Adam: to be held, a start must lie on a line as thin as the ridge before.\n\nWith more parameters a minimum itself becomes rare, for *every* direction must go up there. The next step counts how rare, in networks.',
      watch:
        'The map of outcomes: the borders between the basins run through the saddles, which the Surface tab marks.',
      question: 'Zoom into a border by dragging a rectangle on a map. Does a start that is held appear?',
    },
    {
      title: 'Loss against minimum ratio',
      text: 'The lecture’s figure 4, made here: 1,000 networks of 13 parameters learn a curve. Each is trained by Adam for its own time, up to 2,000 updates, and then led down the *norm of the gradient* to where it vanishes, or nearly so. There the eigenvalues of the Hessian are counted. The *minimum ratio* is the share above 10⁻⁶ of the largest, for float32 does not tell smaller ones from 0: at a minimum it is 1. If float64 counts all above 0, the correlation is about −0.6, not −0.75.\n\nHardly any critical point is a minimum. The higher its loss, the smaller the ratio: training that stops at a high loss, with no gradient left, still has directions to go down, or level ones.',
      watch:
        'The points from the upper left to the lower right, and under them how strongly loss and ratio correlate. Crosses are networks that got stuck although their gradient has not vanished: it points where the surface does not bend. Rings have not quite come to rest.',
      question:
        'Let them learn the other curve: is the correlation stronger? Click a network, and Adam goes on from there: does it get away?',
    },
  ],
};
