import type { NetworkLoss } from '../../../../experiment/index.ts';
import {
  arithmetic,
  type Code,
  exp,
  type Lane,
  type Lanes,
  type Local,
  log,
  sigmoid,
  softplus,
} from '../../../../formula/wasm/index.ts';
import { throughActivation } from './activation.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, VECTOR } from './places.ts';

/** What a row's outputs are compared with its targets by, without the mean's divisor. */
type Write = (at: Comparison) => void;

/** A row whose outputs are compared. */
interface Comparison {
  readonly code: Code;
  readonly lanes: Lanes;
  /** Runs through the outputs: `body` gets each one's value and target, and gives what is kept in its place, if anything is. */
  readonly each: (body: (value: Lane, target: Lane) => Lane | null) => void;
  /** Adds to the loss. */
  readonly add: (loss: Lane) => void;
  /** Makes of a derivative by an output that by its unit's sum. */
  readonly through: (value: Lane, derivative: Lane) => Lane;
}

const LOSSES: Readonly<Record<NetworkLoss, Write>> = {
  'mean-square': ({ lanes, each, add, through }) => {
    const a = arithmetic(lanes);
    each((value, target) => {
      const off = a.sub(value, target);
      add(a.mul(off, off));
      return through(value, a.add(off, off));
    });
  },
  logistic: ({ lanes, each, add, through }) => {
    const a = arithmetic(lanes);
    each((value, target) => {
      add(a.sub(softplus(lanes, value), a.mul(target, value)));
      return through(value, a.sub(sigmoid(lanes, value), target));
    });
  },
  // The greatest output goes before the exponentials, which then neither overflow nor all vanish.
  'cross-entropy': ({ code, lanes, each, add, through }) => {
    const a = arithmetic(lanes);
    const most = code.variable(lanes.f32(-Infinity));
    const [sum, hit] = [code.variable(lanes.f32(0)), code.variable(lanes.f32(0))];
    each((value, target) => {
      code.assign(most, a.max(code.read(lanes.leaf(), most), value));
      code.increase(hit, a.mul(target, value));
      return null;
    });
    const greatest = code.read(lanes.leaf(), most);
    each((value) => {
      code.increase(sum, exp(lanes, a.sub(value, greatest)));
      return null;
    });
    const total = code.read(lanes.leaf(), sum);
    const level = a.add(greatest, log(lanes, total));
    code.compute(level);
    add(a.sub(level, code.read(lanes.leaf(), hit)));
    each((value, target) => through(value, a.sub(a.div(exp(lanes, a.sub(value, greatest)), total), target)));
  },
};

/** Writes what adds a block's losses to their sum, and leaves the derivatives by the last layer's sums in its places. */
export function writeLoss(
  code: Code,
  lanes: Lanes,
  network: PlacedNetwork,
  row: Local,
  rows: number,
  drawn: boolean,
): void {
  const a = arithmetic(lanes);
  const { layers, inputs, outputs, columns } = network;
  const { out, activation } = layers[layers.length - 1];
  const [first, target, zero] = [code.integer(), code.integer(), code.integer()];
  const number = drawn ? VECTOR : 4;
  const load = (at: Local, offset: number) =>
    drawn ? code.load(lanes.leaf(), at, offset) : code.loadSplat(lanes.leaf(), at, offset);
  code.const(out).set(first).get(row).set(target);
  times(code, rows, () => {
    const sum = code.variable(lanes.f32(0));
    // A draw too many of a network counts for nothing.
    const mask = drawn ? code.load(lanes.leaf(), target, VECTOR * columns) : null;
    const counted = (value: Lane) => (mask ? a.and(value, mask) : value);
    LOSSES[network.loss]({
      code,
      lanes,
      each: (body) => {
        const [value, aim] = [code.integer(), code.integer()];
        code.get(first).set(value).get(target).set(aim);
        times(code, outputs, () => {
          const result = body(code.load(lanes.leaf(), value, 0), load(aim, number * inputs));
          if (result) code.store(value, 0, counted(result));
          code.step(value, VECTOR * rows).step(aim, number);
        });
      },
      add: (term) => code.increase(sum, counted(term)),
      through: (value, derivative) => throughActivation(lanes, activation, value, derivative),
    });
    const before = code.load(lanes.leaf(), zero, network.total);
    code.store(zero, network.total, a.add(before, code.read(lanes.leaf(), sum)));
    code.step(first, VECTOR).step(target, drawn ? VECTOR * (columns + 1) : 4 * columns);
  });
}
