import type { Objective, StationaryPoint } from '../objective.ts';

/** A stationary point as a row: its coordinates, then the objective's value there. */
export type Row = readonly number[];

/** The stationary points that the rows tell. */
export function points(...rows: readonly Row[]): StationaryPoint[] {
  return rows.map((row) => ({ at: row.slice(0, -1), value: row[row.length - 1] }));
}

/** The same with each row's reflection through the origin: for objectives with f(−x, −y) = f(x, y). */
export function throughOrigin(...rows: readonly Row[]): StationaryPoint[] {
  return images(rows, ([x, y]) => [
    [x, y],
    [-x, -y],
  ]);
}

/** The same with every choice of signs: for objectives that are even in x and in y. */
export function evenPoints(...rows: readonly Row[]): StationaryPoint[] {
  return images(rows, signed);
}

/** The same with every choice of signs and both orders: for objectives that are even and do not tell x from y. */
export function evenSymmetricPoints(...rows: readonly Row[]): StationaryPoint[] {
  return images(rows, ([x, y]) => [...signed([x, y]), ...signed([y, x])]);
}

/** Stationary points of f where the objective is f(x) + g(y): rows of place and value. */
export interface Profile {
  readonly valleys: readonly Row[];
  readonly hills: readonly Row[];
}

/** The profile of an even function, given its rows with x ≥ 0. */
export function evenProfile(valleys: readonly Row[], hills: readonly Row[]): Profile {
  const both = (rows: readonly Row[]) => rows.flatMap(([x, f]) => (x === 0 ? [[x, f]] : [x, -x].map((at) => [at, f])));
  return { valleys: both(valleys), hills: both(hills) };
}

/**
 * Every stationary point of f(x) + g(y), the lowest first: two valleys meet in a minimum, two hills in a maximum,
 * a valley and a hill in a saddle.
 */
export function separable(f: Profile, g: Profile): Pick<Objective, 'minima' | 'saddles' | 'maxima'> {
  return {
    minima: cross(f.valleys, g.valleys),
    saddles: byValue([...cross(f.valleys, g.hills), ...cross(f.hills, g.valleys)]),
    maxima: cross(f.hills, g.hills),
  };
}

function cross(f: readonly Row[], g: readonly Row[]): StationaryPoint[] {
  return byValue(f.flatMap(([x, a]) => g.map(([y, b]) => ({ at: [x, y], value: a + b }))));
}

function byValue(list: readonly StationaryPoint[]): StationaryPoint[] {
  return [...list].sort((a, b) => a.value - b.value);
}

function signed([x, y]: Row): Row[] {
  return [
    [x, y],
    [-x, y],
    [x, -y],
    [-x, -y],
  ];
}

/** The images of every row's coordinates under a symmetry, each place once. */
function images(rows: readonly Row[], symmetry: (at: Row) => Row[]): StationaryPoint[] {
  return rows.flatMap((row) => {
    const places = new Map(symmetry(row).map((at) => [at.map(unsigned).join(), at.map(unsigned)]));
    return [...places.values()].map((at) => ({ at, value: row[2] }));
  });
}

/** −0 as 0. */
function unsigned(x: number): number {
  return x === 0 ? 0 : x;
}
