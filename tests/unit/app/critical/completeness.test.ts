import { expect, test } from 'vitest';
import type { CriticalPoint, CriticalPoints } from '../../../../src/analysis/critical/critical-point.ts';
import { completeness } from '../../../../src/app/critical/completeness.ts';

const KINK: CriticalPoint = {
  kind: 'kink',
  at: [0],
  value: 0,
  eigenvalues: [],
  eigenvectors: [],
  differences: false,
  shape: 'maximum',
};
const FOUND: CriticalPoints = {
  points: [],
  notIsolated: [],
  tips: [],
  jumps: false,
  valued: true,
  starts: 2560,
  last: 512,
  unfinished: 0,
  unresolved: 0,
  level: false,
  complete: true,
  crowded: false,
  estimated: null,
};

test.each<[Partial<CriticalPoints>, RegExp]>([
  [{}, /^Complete, as far as 2,560 starts tell: the last 512 led to nothing new\.$/],
  [{ points: [KINK] }, /^Complete but for kinks, of which there may be more, as far as 2,560 starts tell/],
  [{ jumps: true }, /^Complete, .* nothing new\. The gradient jumps somewhere, as on an edge: extrema there are no/],
  [{ complete: false, valued: false }, /^The formula has no value in sight, as far as the last 512 starts tell\.$/],
  [{ complete: false }, /^Not complete: the search ended at its bound, and there may be more\./],
  [{ complete: false, estimated: 19_067 }, /^Not complete: .* about 19,?000 isolated ones, or more;/],
  [{ complete: false, crowded: true }, /^Not complete: points crowd together/],
  [{ complete: false, level: true }, /^Not complete: the surface is level nearly everywhere/],
  [{ complete: false, unfinished: 0.97 }, /^Not complete: from 97 % of the starts .* narrow valleys/],
  [{ complete: false, unfinished: 0.02, unresolved: 0.5 }, /^Not complete: from 50 % of the starts .* too few digits/],
])('%j', (found, words) => {
  expect(completeness({ ...FOUND, ...found })).toMatch(words);
});
