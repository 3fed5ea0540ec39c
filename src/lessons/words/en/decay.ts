import type { LessonWords } from '../lesson-words.ts';

export const decay: LessonWords = {
  title: 'Decay cures it',
  steps: [
    {
      title: 'A rate that falls as 1/√t',
      text: 'If η/σ climbs like √t because σ sinks, let η fall like 1/√t. With η = 1/√(t + 1) Adagrad makes no burst at all, and ends at the minimum.\n\nIt takes its time: b is within 1 of the goal after 61,142 updates, where the constant rate first came by after 2,400, between bursts. This is, to the letter, what PyTorch calls Adagrad: the root of the sum of squares, with rate 1.',
      watch:
        'Two losses: the constant rate’s spikes, the decayed one’s smooth way down. Unfold “η and effective step” to see both rates.',
      question: 'Give the decayed one η = 2. Is it twice as fast, and does it burst?',
    },
    {
      title: 'How fast may it fall?',
      text: 'Another decay: 0.7/(1 + t/T). With T = 1,000 there is no burst and b is within 1 after 5,409 updates, ten times sooner than before.\n\nThe map tries all T from 100 (left) to 100,000 (right). Too small a T, and the rate is used up before a ball from far away is there. The larger T, the sooner it arrives, down to some 2,400; but above about 5,700 the stability curve passes 2 again, and bursts come back. Starts on the valley floor, w near 2.5, have a small σ from the first step: they swing across it until the rate has fallen.',
      watch:
        'The map: at the lower left starts that do not arrive in 20,000 steps, then fewer and fewer steps; at the right those on the floor, which swing.',
      question: 'Choose the map of the final loss: where do the late bursts show?',
    },
  ],
};
