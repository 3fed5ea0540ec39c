import type { LessonWords } from '../lesson-words.ts';

export const bursts: LessonWords = {
  title: 'Adagrad arrives, then bursts',
  steps: [
    {
      title: 'Back to the ravine',
      text: 'Adagrad with η = 0.7, now for 10,000 updates. It runs along the floor, is nearly at the minimum, and then is thrown out: w jumps off the valley by 1.5 to 2.9 and the loss rises by up to 7 million, within some tens of steps. Then it comes back, and after a while it happens again.\n\nIt recovers every time, for each burst brings large gradients, which make σ large and the steps short. Over 100,000 updates there are about fifty.',
      watch:
        'The spikes in loss and gradient norm. The first comes near step 1,766; rounding decides exactly when, so yours may differ a little.',
      question: 'Run 100,000 steps. Do the bursts become rarer, or smaller?',
    },
    {
      title: 'The larger η, the sooner',
      text: 'The same start with five rates. At η = 1 the first burst comes near step 714, before the goal; at 0.7 near 1,766, at 0.5 near 4,347, at the goal; at 0.3 after 18,000. At 0.15 there is none in 100,000 updates.\n\nThe last two are nearly a matter of luck: what pushes the ball off the floor is rounding, and it needs time to grow.',
      watch: 'The five losses in one chart: who spikes, and in which order.',
      question:
        'Hide the other cards and look at η = 0.3 alone: give it 30,000 steps. Is it at the goal before it bursts?',
    },
    {
      title: 'When it must happen',
      text: 'Plain descent is stable in a direction while rate times curvature is below 2. Adagrad’s rates are η/σ, so what counts is η·λmax(diag(1/σ)·H), H being the Hessian.\n\nOn the floor gradients are small, so the mean in σ sinks, and the curve climbs like √t until it passes 2: at step 1,434 for η = 0.7. From there on the valley throws the ball out; the burst is seen once rounding has grown to something visible, some 300 steps later. For η = 0.3, 0.5 and 1 the crossing is at 17,241, 3,828 and 512.',
      watch:
        'In the cell’s panel the curve of the stability, with its limit 2. Each burst pushes it below, and it climbs again.',
      question: 'Where does the curve cross the limit for η = 0.6? Check with the first burst.',
    },
  ],
};
