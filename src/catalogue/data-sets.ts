import { normal, uniform } from './random.ts';

/** Rows of a data set: its input columns, and what belongs to each row: a value, or the number of a class. */
export interface Examples {
  readonly inputs: readonly (readonly number[])[];
  readonly targets: readonly number[];
}

/** What the rows of a data set are made from. */
export interface Making {
  readonly rows: number;
  /** How far the rows scatter, in a unit of the data set's own. */
  readonly noise: number;
  readonly seed: number;
  /** Number of input columns, which only a data set of any number of them looks at. */
  readonly inputs: number;
}

/** A data set for small networks to learn, made when it is asked for. The same making gives the same rows. */
export interface DataSet {
  readonly name: string;
  readonly title: string;
  /** Number of input columns; null where there may be any number. */
  readonly inputs: number | null;
  /** Number of classes that rows belong to; 0 where targets are values. */
  readonly classes: number;
  /** Rows where nothing else is asked for. */
  readonly rows: number;
  make(making: Making): Examples;
  readonly source: string;
}

const LECTURE = 'Hung-yi Lee, the homework behind figure 4 (2018): x evenly from 1e-4 to 1';
const PLAYGROUND = 'TensorFlow Playground, dataset.ts (Smilkov & Carter 2016), in its coordinates';

/** Radius of the playground's pictures. */
const RADIUS = 5;

/** A function of one variable at even places; `noise` is the standard deviation of what is added to its values. */
function curve(name: string, title: string, value: (x: number) => number): DataSet {
  return {
    name,
    title,
    inputs: 1,
    classes: 0,
    rows: 32,
    make: ({ rows, noise, seed }) => {
      const x = Array.from({ length: rows }, (_, i) => (rows === 1 ? 1 : 1e-4 + ((1 - 1e-4) * i) / (rows - 1)));
      return { inputs: [x], targets: x.map((at, i) => value(at) + (noise === 0 ? 0 : noise * normal(seed, i, 0, 0))) };
    },
    source: LECTURE,
  };
}

/** Numbers that one row is made from. */
interface Draws {
  /** Number of the row. */
  readonly row: number;
  /** Number of the row among those of its half, and as a share of their number. */
  readonly place: number;
  readonly share: number;
  /** Whether the row belongs to the first half, which has the odd one. */
  readonly first: boolean;
  readonly noise: number;
  /** An even draw between two bounds; `k` tells the row's draws apart. */
  even(k: number, low: number, high: number): number;
  gauss(k: number): number;
}

type Point = readonly [x: number, y: number];

/** Points of two classes in the plane. */
function classes(name: string, title: string, make: (draws: Draws) => { at: Point; label: 0 | 1 }): DataSet {
  return {
    name,
    title,
    inputs: 2,
    classes: 2,
    rows: 64,
    make: ({ rows, noise, seed }) => {
      const half = Math.ceil(rows / 2);
      const points = Array.from({ length: rows }, (_, row) => {
        const first = row < half;
        const place = first ? row : row - half;
        return make({
          row,
          place,
          share: place / (first ? half : rows - half),
          first,
          noise,
          even: (k, low, high) => low + (high - low) * uniform(seed, row, 0, k),
          gauss: (k) => normal(seed, row, 0, k),
        });
      });
      return {
        inputs: [0, 1].map((axis) => points.map(({ at }) => at[axis])),
        targets: points.map(({ label }) => label),
      };
    },
    source: PLAYGROUND,
  };
}

/** The built-in data sets. */
export const dataSets: readonly DataSet[] = [
  curve('sinc', 'sin(5πx)/(5πx)', (x) => Math.sin(5 * Math.PI * x) / (5 * Math.PI * x)),
  curve('sine', 'sin(4πx)', (x) => Math.sin(4 * Math.PI * x)),
  classes('circles', 'A disc in a ring', ({ first, noise, even }) => {
    const radius = first ? even(0, 0, 0.5 * RADIUS) : even(0, 0.7 * RADIUS, RADIUS);
    const angle = even(1, 0, 2 * Math.PI);
    const at: Point = [radius * Math.sin(angle), radius * Math.cos(angle)];
    const shaken = Math.hypot(...shake(at, even, noise * RADIUS));
    return { at, label: shaken < 0.5 * RADIUS ? 1 : 0 };
  }),
  classes('xor', 'Four squares', ({ noise, even }) => {
    const apart = (value: number) => value + (value > 0 ? 0.3 : -0.3);
    const at: Point = [apart(even(0, -RADIUS, RADIUS)), apart(even(1, -RADIUS, RADIUS))];
    const [x, y] = shake(at, even, noise * RADIUS);
    return { at, label: x * y >= 0 ? 1 : 0 };
  }),
  classes('gaussians', 'Two clouds', ({ first, noise, gauss }) => {
    const deviation = Math.sqrt(0.5 + 7 * noise);
    const centre = first ? 2 : -2;
    return { at: [centre + deviation * gauss(0), centre + deviation * gauss(1)], label: first ? 1 : 0 };
  }),
  classes('spirals', 'Two spirals', ({ share, first, noise, even }) => {
    const radius = RADIUS * share;
    const angle = 1.75 * 2 * Math.PI * share + (first ? 0 : Math.PI);
    const at: Point = [radius * Math.sin(angle), radius * Math.cos(angle)];
    return { at: shake(at, even, noise), label: first ? 1 : 0 };
  }),
  {
    name: 'random',
    title: 'Normal numbers',
    inputs: null,
    classes: 0,
    rows: 64,
    make: ({ rows, noise, seed, inputs }) => {
      const column = (k: number) => Array.from({ length: rows }, (_, row) => normal(seed, row, 0, k));
      const shaken = column(inputs + 1);
      return {
        inputs: Array.from({ length: inputs }, (_, k) => column(k)),
        targets: column(inputs).map((y, row) => y + noise * shaken[row]),
      };
    },
    source: 'Sohl-Dickstein 2024, arXiv 2402.06184: inputs and targets are standard normal',
  },
];

/** A point moved by even draws of at most `size` along both axes. */
function shake([x, y]: Point, even: Draws['even'], size: number): Point {
  return [x + even(2, -size, size), y + even(3, -size, size)];
}

/** The built-in data set of that name, if there is one. */
export function findDataSet(name: string): DataSet | undefined {
  return dataSets.find((each) => each.name === name);
}
