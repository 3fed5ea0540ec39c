import type { LessonWords } from '../lesson-words.ts';

export const adagrad: LessonWords = {
  title: 'Adagrad, and where it is too slow',
  steps: [
    {
      title: 'Through the ravine',
      text: 'The ravine again, SGD at the careful rate of before, 10⁻⁷, beside Adagrad at η = 0.7. Adagrad is on the valley floor after 29 updates, and then turns: along the floor gradients are small, so is σ of b, and the steps stay long.\n\nAfter 1,500 updates it stands at b = −181, most of the way from −120 to −188. SGD has moved b by 0.04.',
      watch:
        'The two lines on the map. Adagrad’s first goes the wrong way in b: at the start b’s gradient does point there.',
      question: 'Halve and double η. Does the path change, or only the pace?',
    },
    {
      title: 'The crescent',
      text: 'In a ring-shaped valley a coordinate is steep at first and flat later. From the same start, at the same η = 0.01, the lecture’s Adagrad takes 1,769 steps to the target. RMSProp, which forgets old gradients, takes 884 with α = 0.99, 242 with 0.9 and 203 with 0.5.\n\nPlain descent and PyTorch’s Adagrad need more than 3,000. (PyTorch divides by the root of the *sum* of squares, which never stops growing.)',
      watch:
        'The race along the crescent: two of the six are still on their way at the end. In the Comparison tab the steps to the target (loss −0.0001, about 0.1 from the minimum).',
      question: 'Raise Adagrad’s η until it keeps up with α = 0.9. What happens to its first steps?',
    },
    {
      title: 'An average that cannot forget',
      text: 'Adagrad’s run in detail. At the start, on the steep wall, σ of x is 5.5. Later x is gentle, but those old gradients stay in the mean for ever: after 1,769 steps, on arrival, σ has only come down to 0.45. With RMSProp at α = 0.9 it is down to 0.017 on arrival.\n\nThe same parameter needs different rates at different times. A mean over *all* gradients cannot give them.',
      watch: 'In the cell’s panel σ of x: it falls no faster than 1/√t, so the rate η/σ grows no faster than √t.',
      question: 'Choose “RMSProp, α 0.9” at the top of the cell to see its σ. How soon does it follow the gradient?',
    },
  ],
};
