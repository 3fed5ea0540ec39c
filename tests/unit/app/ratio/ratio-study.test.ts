import { expect, test } from 'vitest';
import { RatioStudy } from '../../../../src/app/ratio/ratio-study.ts';

/** Three batches of two, the second only when it is let go. */
function batches() {
  let begun = 0;
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  async function* begin() {
    begun++;
    yield [1, 2];
    await gate;
    yield [3, 4];
    yield [5, 6];
  }
  return { begin, letGo, begun: () => begun };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('networks are kept as they come; what is halted goes on where it was', async () => {
  const study = new RatioStudy<number>();
  const { begin, letGo, begun } = batches();
  const seen: string[] = [];
  study.addEventListener('change', () => seen.push(`${study.networks.length}${study.working ? '' : ' at rest'}`));
  const first = study.go(begin);
  await settled();
  expect(study.networks).toEqual([1, 2]);
  study.halt();
  letGo();
  await first;
  // Those that were under way are kept.
  expect([study.networks.length, study.working, study.done]).toEqual([4, false, false]);
  await study.go(begin);
  expect([study.networks, study.working, study.done, begun()]).toEqual([[1, 2, 3, 4, 5, 6], false, true, 1]);
  expect(seen).toEqual(['0', '2', '2 at rest', '4 at rest', '4', '6', '6 at rest']);
  await study.go(begin);
  expect(begun()).toBe(1);
});

test('going on while one halts does not begin a second work', async () => {
  const study = new RatioStudy<number>();
  const { begin, letGo, begun } = batches();
  const first = study.go(begin);
  await settled();
  study.halt();
  const second = study.go(begin);
  letGo();
  await Promise.all([first, second]);
  expect([study.networks, begun()]).toEqual([[1, 2, 3, 4, 5, 6], 1]);
});

test('what failed says why, and begins anew', async () => {
  const study = new RatioStudy<number>();
  let fails = true;
  async function* begin() {
    yield [1];
    if (fails) throw new Error('the device was lost');
    yield [2];
  }
  await study.go(begin);
  expect(study.problem).toEqual(new Error('the device was lost'));
  expect([study.networks, study.working, study.done]).toEqual([[1], false, false]);
  fails = false;
  await study.go(begin);
  expect([study.networks, study.problem, study.done]).toEqual([[1, 2], null, true]);
});
