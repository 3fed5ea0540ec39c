import { type CellTable, type Checkpoint, nextRecord, type Population } from '../../src/engine/index.ts';

/** Advances to a step in pieces, measuring at every record as a run does; `cut` gives the next piece's length from the step. */
export async function drive(population: Population, to: number, cut: (step: number) => number): Promise<void> {
  const { steps } = population.plan;
  while (population.step < to) {
    const { step } = population;
    const next = Math.min(to, nextRecord(step, steps));
    population.advance(Math.min(cut(step), next - step));
    if (population.step === nextRecord(step, steps)) await population.measure();
  }
}

/** The bits of an array of numbers of four bytes. */
export function bits(array: Float32Array | Uint32Array): Uint32Array {
  return new Uint32Array(array.buffer, array.byteOffset, array.length);
}

/** The first place at which two arrays differ in a bit: index, got, expected; null for none. */
export function firstDifference(got: Float32Array | Uint32Array, expected: Float32Array | Uint32Array): string | null {
  if (got.length !== expected.length) return `got ${got.length} numbers, expected ${expected.length}`;
  const [a, b] = [bits(got), bits(expected)];
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? null : `[${at}]: got ${got[at]}, expected ${expected[at]}`;
}

/** Where two checkpoints differ: every optimizer's state, outcomes and steps of divergence and arrival. */
export function differences(got: Checkpoint, expected: Checkpoint): string[] {
  return got.states.flatMap(({ values, tallies }, k) => {
    const other = expected.states[k];
    const found = { values: firstDifference(values, other.values), tallies: firstDifference(tallies, other.tallies) };
    return Object.entries(found).flatMap(([name, where]) => (where ? [`optimizer ${k}, ${name}${where}`] : []));
  });
}

/** Where two tables' cells differ in θ, best loss, or a step of divergence or arrival. */
export function cellDifferences(got: CellTable, expected: CellTable): string[] {
  const found = {
    ...Object.fromEntries(got.theta.map((values, p) => [`theta ${p}`, firstDifference(values, expected.theta[p])])),
    best: firstDifference(got.best, expected.best),
    divergedAt: firstDifference(new Uint32Array(got.divergedAt), new Uint32Array(expected.divergedAt)),
    arrivedAt: firstDifference(new Uint32Array(got.arrivedAt), new Uint32Array(expected.arrivedAt)),
  };
  return Object.entries(found).flatMap(([name, where]) => (where ? [`${name}${where}`] : []));
}

/** Where two lists of tables differ in anything that they hold. */
export function tableDifferences(got: readonly CellTable[], expected: readonly CellTable[]): string[] {
  return expected.flatMap((table, k) => {
    const other = columnsOf(got[k]);
    const found = [...columnsOf(table)].flatMap(([name, values]) => {
      const where = firstDifference(other.get(name) as Float32Array, values);
      return where ? [`optimizer ${k}, ${name}${where}`] : [];
    });
    return got[k].step === table.step ? found : [`optimizer ${k}: step ${got[k].step}`, ...found];
  });
}

function columnsOf(table: CellTable): Map<string, Float32Array | Uint32Array> {
  const { start, theta, outcome, minimum, divergedAt, arrivedAt, loss, best, gradientNorm } = table;
  const codes = Object.entries({ outcome, minimum, divergedAt, arrivedAt });
  return new Map<string, Float32Array | Uint32Array>([
    ...[...start, ...theta].map((values, i) => [`coordinate ${i}`, values] as const),
    ...Object.entries({ loss, best, gradientNorm }),
    ...codes.map(([name, values]) => [name, new Uint32Array(values)] as const),
  ]);
}
