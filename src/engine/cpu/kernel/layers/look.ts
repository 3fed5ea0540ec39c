import {
  arithmetic,
  type Callee,
  type Code,
  type Lane,
  type Lanes,
  type ModuleWriter,
} from '../../../../formula/wasm/index.ts';
import type { Activations } from './activation.ts';
import { writeBlock } from './block.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, ROWS, VECTOR } from './places.ts';

/**
 * Adds `look()` to a module: from four networks' parameters their losses and gradients, in their places. A block of rows is a function of its own, which is called so often that a
 * browser soon compiles it well.
 * @param table where the table begins
 */
export function addLook(writer: ModuleWriter, network: PlacedNetwork, table: number, activations: Activations): Callee {
  const { lanes } = writer;
  const { rows } = network;
  const addBlock = (name: string, count: number) => {
    return count > 0
      ? writer.function(name, 1, (code) => writeBlock(code, lanes, network, count, activations, false))
      : null;
  };
  const block = addBlock('block', rows >= ROWS ? ROWS : 0);
  const rest = addBlock('rest', rows % ROWS);
  return writer.function('look', 0, (code) => {
    const row = code.integer();
    clear(code, lanes, network);
    code.const(table).set(row);
    if (block !== null) {
      times(code, Math.floor(rows / ROWS), () => {
        code.get(row).call(block);
        code.step(row, 4 * network.columns * ROWS);
      });
    }
    if (rest !== null) code.get(row).call(rest);
    finish(code, lanes, network, lanes.f32(network.rows));
  });
}

/** Goes through a network's parameters; `at` is where each is, from the first, in bytes. */
export function eachParameter(code: Code, { parameters }: PlacedNetwork, body: (at: number) => void): void {
  const at = code.integer();
  code.const(0).set(at);
  code.repeat(() => {
    body(at);
    code.step(at, VECTOR);
    code
      .get(at)
      .const(VECTOR * parameters)
      .scalar('i32.lt_u');
  });
}

/** The four networks' losses, once `look` was called. */
export function lossOf(code: Code, lanes: Lanes, { total }: PlacedNetwork): Lane {
  const zero = code.integer();
  return code.load(lanes.leaf(), zero, total);
}

/** Makes the networks' losses and gradients 0. */
export function clear(code: Code, lanes: Lanes, network: PlacedNetwork): void {
  const zero = code.integer();
  code.store(zero, network.total, lanes.f32(0));
  eachParameter(code, network, (at) => code.store(at, network.gradient, lanes.f32(0)));
}

/** Makes the sums over so many rows means, and adds L2's part. */
export function finish(code: Code, lanes: Lanes, network: PlacedNetwork, rows: Lane): void {
  writeMeans(code, lanes, network, rows);
  if (network.l2 > 0) writeDecay(code, lanes, network);
}

function writeMeans(code: Code, lanes: Lanes, network: PlacedNetwork, rows: Lane): void {
  const a = arithmetic(lanes);
  const { loss, outputs, total, gradient } = network;
  const share = loss === 'cross-entropy' || outputs === 1 ? rows : a.mul(rows, lanes.f32(outputs));
  code.compute(share);
  const zero = code.integer();
  code.store(zero, total, a.div(code.load(lanes.leaf(), zero, total), share));
  eachParameter(code, network, (at) => {
    code.store(at, gradient, a.div(code.load(lanes.leaf(), at, gradient), share));
  });
}

/** Adds L2's part: of weights, not of biases. */
function writeDecay(code: Code, lanes: Lanes, { layers, l2, theta, gradient, total }: PlacedNetwork): void {
  const a = arithmetic(lanes);
  const squares = code.variable(lanes.f32(0));
  const [zero, at] = [code.integer(), code.integer()];
  for (const { weights, unit, from, to } of layers) {
    code.const(weights).set(at);
    times(code, to, () => {
      times(code, from, () => {
        const weight = code.load(lanes.leaf(), at, theta);
        code.increase(squares, a.mul(weight, weight));
        code.store(at, gradient, a.add(code.load(lanes.leaf(), at, gradient), a.mul(lanes.f32(l2), weight)));
        code.step(at, VECTOR);
      });
      code.step(at, unit - VECTOR * from);
    });
  }
  const part = a.mul(lanes.f32(l2 / 2), code.read(lanes.leaf(), squares));
  code.store(zero, total, a.add(code.load(lanes.leaf(), zero, total), part));
}
