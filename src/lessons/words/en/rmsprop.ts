import type { LessonWords } from '../lesson-words.ts';

export const rmsprop: LessonWords = {
  title: 'RMSProp and its brake',
  steps: [
    {
      title: 'A share α of the past',
      text: 'RMSProp keeps a share α of the old mean square and mixes in 1 − α of the newest gradient. It remembers about 1/(1 − α) steps: 2 at α = 0.5, 100 at 0.99, 1,000 at 0.999.\n\nEvery row of the map is an α, every column a start on the crescent. With short memories nearly all starts arrive in 200 to 300 steps; towards the top the mean forgets more slowly and arrival takes longer and longer. In the top row most have not arrived after 1,500.',
      watch: 'The map’s colour, steps to the target, from bottom (α = 0.5) to top (0.999).',
      question: 'What does a short memory cost? Choose “final gradient norm” for the map.',
    },
    {
      title: 'The brake at a cliff',
      text: 'One parameter: a long gentle slope, a cliff, flat ground again. On the slope every method has learned a small σ. At the cliff the gradient jumps to 400 times that, and g/σ with it, until σ notices.\n\nThe longest step, in units of η, is 13.1 with Adagrad; with RMSProp it is 9.9 at α = 0.99, 3.0 at 0.9, 1.3 at 0.5 and 1.03 at 0.1. It cannot pass √(t + 1) with Adagrad after t quiet steps, and 1/√(1 − α) with RMSProp: a small α is a strong brake.',
      watch:
        'The balls at the cliff, around step 190: who jumps, who steps. And later, on flat ground: RMSProp with α = 0.5 is at the end after 345 steps; Adagrad would need 1,070, and the run has 500.',
      question: 'Start nearer to the cliff, at −2. Whose jump becomes smaller, and whose does not?',
    },
    {
      title: 'Thrown over a ridge',
      text: 'Behind the cliff there is now a well, and behind the well a ridge; beyond it the slope goes down for ever. 2,000 starts on the gentle slope, η = 0.05, 2,000 steps.\n\nAdagrad throws more than half of the starts over the ridge, for good. RMSProp loses none of them, with any α from 0.1 to 0.99.',
      watch: 'The balls right of x = 0.9: all of one colour.',
      question:
        'Lower Adagrad’s η. From which value on is nobody lost, and how long does it then take to get to the cliff?',
    },
  ],
};
