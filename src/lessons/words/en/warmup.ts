import type { LessonWords } from '../lesson-words.ts';

export const warmup: LessonWords = {
  title: 'Warm-up',
  steps: [
    {
      title: 'Two famous schedules',
      text: 'ResNet-110 was trained at rate 0.01 for its first 400 or so updates, then at 0.1, a tenth of that after 32,000 and again after 48,000. The Transformer’s rate rises for 4,000 updates to 0.0007 and then falls as 1/√t. Both start small: a *warm-up*.\n\nThe lecture says that ResNet does not train at 0.1 from the start. The paper’s own footnote is milder: it begins to converge only after several epochs, “but still reaches similar accuracy”.',
      watch:
        'Unfold “η and effective step” for the two shapes. In the loss, with noise on every gradient, each fall of ResNet’s rate lowers the floor by about the same factor of ten.',
      question: 'Set ResNet’s low rate to 0.1, so that there is no warm-up. Does it matter on this surface?',
    },
    {
      title: 'A case where it helps',
      text: 'A Gaussian well, flat all around. 6,000 runs start at its bottom with noise 1 on the gradients, Adam with η = 0.6 falling to 0 in 200 steps. Nothing is to be learned; the question is who is thrown out.\n\nMeasured: 66 % end inside the radius 2 without a warm-up, 79 % with one of 10 steps, 81 % with 40. RAdam, which was made to do without, holds 90 %.',
      watch:
        'The colours of the outcomes, and the bands of the losses: those that were thrown out stand on the plain, 1 above the minimum.',
      question: 'Try a warm-up of 100 steps. Is longer always better?',
    },
    {
      title: 'Why? A hypothesis, measured',
      text: 'The lecture’s explanation: σ is a statistic, imprecise after few steps. That is so: in pure noise its relative error is about 1/√(2t), 32 % at t = 5 and 7 % at t = 100. Whether *that* is what warm-up repairs is a hypothesis.\n\nThe test: for 1,000 steps η is 0 while m, σ or both gather; then the same 200 steps as before. Both gathered: 81 % stay, as with a long warm-up. σ alone: 62 %, no better than nothing (66 %). m alone: 74 %. Here warm-up repairs the early momentum, an average of too few gradients, not σ (as Ma and Yarats argue, 2019).',
      watch: 'From step 1,000 on, the four losses part.',
      question:
        'Set β₁ to 0 for all four: m is then the gradient, with nothing to gather. What is left of the difference?',
    },
    {
      title: 'RAdam is no cure for everything',
      text: 'RAdam estimates how reliable σ is and makes its steps shorter at first. For its first five steps it does not divide by σ at all: it is plain momentum descent.\n\nWith noise 1 that was the best. With noise 3 those five steps are three times as long, and it is the worst of all: 16 % stay, against 21 % without any warm-up and 26 % with one of 40 steps. No explanation that names only one part is the whole story.',
      watch: 'The losses of the first ten steps: who loses the most balls at once.',
      question: 'At which noise do RAdam and plain Adam change places?',
    },
  ],
};
