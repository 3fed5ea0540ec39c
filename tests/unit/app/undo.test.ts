import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UndoList } from '../../../src/app/undo.ts';
import { readExperiment } from '../../../src/experiment/index.ts';

const make = (steps: number) => readExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], steps });

/** A list that has seen experiments of these steps, each by a control, at a time and under a press. */
function seen(...notes: [steps: number, control: string | null, at: number, gesture?: number][]): UndoList {
  const list = new UndoList(make(1));
  for (const [steps, control, at, gesture] of notes) list.note(make(steps), control, gesture ?? null, at);
  return list;
}
/** Steps of all experiments on the way back. */
function wayBack(list: UndoList): number[] {
  const found: number[] = [];
  for (let each = list.undo(); each; each = list.undo()) found.push(each.steps);
  return found;
}

describe('the way back', () => {
  it('goes through changes of different controls one by one', () => {
    expect(wayBack(seen([2, 'a', 0], [3, 'b', 1], [4, 'a', 2]))).toEqual([3, 2, 1]);
  });

  it('takes what one control changes in a short time as one step', () => {
    expect(wayBack(seen([2, 'a', 0], [3, 'a', 900], [4, 'a', 1800], [5, 'a', 9000]))).toEqual([4, 1]);
  });

  it('takes what is dragged as one step, however long it is held; another press is another step', () => {
    expect(wayBack(seen([2, 'a', 0, 1], [3, 'a', 9000, 1], [4, 'a', 20_000, 2]))).toEqual([3, 1]);
  });

  it('takes links, files and examples as steps of their own', () => {
    expect(wayBack(seen([2, null, 0], [3, null, 1]))).toEqual([2, 1]);
  });

  it('takes what is chosen as steps of their own, however fast', () => {
    for (const control of ['optimizers', 'objective', 'grid.x.vary', 'optimizers.0.rules', 'seed']) {
      expect(wayBack(seen([2, control, 0], [3, control, 250], [4, control, 500])), control).toEqual([3, 2, 1]);
    }
  });

  it('has no step for a change that was taken back by hand at once', () => {
    expect(wayBack(seen([2, 'a', 0], [1, 'a', 100]))).toEqual([]);
  });

  it('forgets what was undone with the next change', () => {
    const list = seen([2, 'a', 0], [3, 'b', 1]);
    list.undo();
    list.note(make(2), null);
    expect(list.canRedo).toBe(true);
    list.note(make(9), 'c');
    expect([list.canRedo, wayBack(list)]).toEqual([false, [2, 1]]);
  });

  it('undoes any changes to where they began, and redoes them to where they ended', () => {
    const change = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b', null), fc.nat(3000));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const list = new UndoList(make(1));
        let at = 0;
        for (const [steps, control, wait] of changes) {
          at += wait;
          list.note(make(steps), control, null, at);
        }
        const last = changes.at(-1)?.[0] ?? 1;
        const back = wayBack(list);
        if (back.length === 0) return last === 1;
        let redone = 0;
        for (let each = list.redo(); each; each = list.redo()) redone = each.steps;
        return back.at(-1) === 1 && redone === last;
      }),
    );
  });
});
