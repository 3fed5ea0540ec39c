import type { Ends } from './reference.ts';

/** Part of all trajectories that may end elsewhere: where two valleys part, roundings decide. */
const STRAYS = 0.02;
/** Steps by which an event may come earlier or later. */
const STEPS = 2;

/** Throws unless nearly all trajectories end where they should; arithmetic of other orders rounds differently. */
export function checkEnds(
  name: string,
  expected: readonly ArrayLike<number>[],
  found: readonly ArrayLike<number>[],
): void {
  check(name, 'end elsewhere', expected[0].length, (cell) =>
    expected.every((values, i) => Math.abs(values[cell] - found[i][cell]) < 1e-3),
  );
}

/** Throws unless best losses, arrivals and divergences are told as they should be. */
export function checkOutcomes(name: string, expected: Ends, found: Ends): void {
  const cells = expected.best.length;
  check(name, 'have another best loss', cells, (cell) => {
    const [a, b] = [expected.best[cell], found.best[cell]];
    return a === Number.POSITIVE_INFINITY || Math.abs(a - b) <= 0.03 * Math.max(0.01, a);
  });
  for (const [what, event] of [
    ['arrive', 'arrivedAt'],
    ['diverge', 'divergedAt'],
  ] as const) {
    check(name, `${what} at another step`, cells, (cell) => {
      const [a, b] = [expected[event][cell], found[event][cell]];
      return a === b || (a >= 0 && b >= 0 && Math.abs(a - b) <= STEPS);
    });
  }
}

function check(name: string, fault: string, cells: number, agrees: (cell: number) => boolean): void {
  const wrong = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => !agrees(cell)).length;
  if (wrong > STRAYS * cells) throw new Error(`${name}: ${wrong} of ${cells} trajectories ${fault}`);
}
