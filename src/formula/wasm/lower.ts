import { argumentsOf, type FunctionName, type Node, reachable } from '../node.ts';
import type { Code } from './code.ts';
import { atan, cos, exp, log, pow, sigmoid, sin, softplus, tan, tanh } from './functions/index.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { VectorOp } from './opcodes.ts';
import type { Rows } from './rows.ts';
import { MAGNITUDE, SIGN } from './signs.ts';

type Build = (l: Lanes, a: Lane, b: Lane, c: Lane) => Lane;

const unary =
  (op: VectorOp): Build =>
  (l, a) =>
    l.op(op, a);
const binary =
  (op: VectorOp): Build =>
  (l, a, b) =>
    l.op(op, a, b);

/** Each function and operator of the formula language on four float32 at a time. A truth value is a lane of ones or of zeros. */
const BUILD: Readonly<Record<FunctionName, Build>> = {
  neg: (l, a) => l.op('v128.xor', a, l.i32(SIGN)),
  add: binary('f32x4.add'),
  sub: binary('f32x4.sub'),
  mul: binary('f32x4.mul'),
  div: binary('f32x4.div'),
  reciprocal: (l, a) => l.op('f32x4.div', l.f32(1), a),
  pow,
  sqrt: unary('f32x4.sqrt'),
  exp,
  log,
  sin,
  cos,
  tan,
  tanh,
  atan,
  abs: (l, a) => l.op('v128.and', a, l.i32(MAGNITUDE)),
  sign: (l, a) => {
    const one = l.op('v128.or', l.op('v128.and', a, l.f32(-0)), l.f32(1));
    return l.op('v128.andnot', one, l.op('f32x4.eq', a, l.f32(0)));
  },
  floor: unary('f32x4.floor'),
  relu: (l, a) => l.op('f32x4.pmax', a, l.f32(0)),
  sigmoid,
  softplus,
  min: binary('f32x4.min'),
  max: binary('f32x4.max'),
  lt: binary('f32x4.lt'),
  le: binary('f32x4.le'),
  eq: binary('f32x4.eq'),
  not: unary('v128.not'),
  and: binary('v128.and'),
  or: binary('v128.or'),
  choose: (l, c, a, b) => l.op('v128.bitselect', a, b, c),
};

/**
 * Lowers the nodes that `outputs` need to vector expressions of four float32 each. Row sums are written to `code` at once, as one loop for all
 * that can share it; everything else is computed where `code` asks for it. Of what differs from row to row an output may be made if the leaves tell its columns' values in
 * the row at hand.
 * @param leaves the vector of each node whose value is given: all inputs needed, and any other nodes computed elsewhere
 * @param rows what sums run over
 */
export function lowerToLanes(
  lanes: Lanes,
  code: Code,
  outputs: readonly Node[],
  leaves: ReadonlyMap<Node, Lane>,
  rows: Rows,
): Lane[] {
  const nodes = reachable(outputs, leaves);
  const values = new Map<Node, Lane>();
  const at = (node: Node) => values.get(node) as Lane;
  const ofRow = new Set(reachable(outputs, { has: (node) => leaves.has(node) || node.kind === 'sum' }));

  const write = (node: Node, column?: (name: string) => Lane) => {
    const given = leaves.get(node);
    if (given) values.set(node, given);
    else if (node.kind === 'constant') values.set(node, lanes.f32(node.value));
    else if (node.kind === 'input') throw new Error(`internal: no vector for the input ${node.name}`);
    else if (node.kind === 'column') {
      values.set(node, (column as NonNullable<typeof column>)(node.name));
    } else if (node.kind === 'apply') {
      const [a, b = a, c = a] = node.args.map(at);
      values.set(node, BUILD[node.name](lanes, a, b, c));
    }
  };
  const isSum = (node: Node) => node.kind === 'sum' && !leaves.has(node);

  // A level ends where sums must be complete before anything above them can be computed.
  const level = new Map<Node, number>();
  for (const node of nodes) {
    const args = leaves.has(node) ? [] : argumentsOf(node);
    const below = args.reduce((most, arg) => Math.max(most, level.get(arg) as number), 0);
    level.set(node, isSum(node) ? below + 1 : below);
  }
  const levels = nodes.reduce((most, node) => Math.max(most, level.get(node) as number), 0);
  for (let now = 0; now <= levels; now++) {
    for (const node of nodes) {
      if ((!node.perRow || ofRow.has(node)) && level.get(node) === now && !isSum(node)) write(node);
    }
    const sums = nodes.filter((node) => isSum(node) && level.get(node) === now + 1);
    if (sums.length === 0) continue;
    const bodies = sums.map((sum) => argumentsOf(sum)[0]);
    const needed = new Set(reachable(bodies));
    // What the rows share is computed before the loop.
    for (const node of nodes) {
      const shared = !node.perRow && needed.has(node) && node.kind !== 'constant';
      if (shared && nodes.some((user) => user.perRow && needed.has(user) && argumentsOf(user).includes(node))) {
        code.compute(at(node));
      }
    }
    const totals = sums.map(() => code.variable(lanes.f32(0)));
    rows.each((column, mask) => {
      for (const node of nodes) if (node.perRow && needed.has(node)) write(node, column);
      totals.forEach((total, i) => {
        const term = mask ? lanes.op('v128.and', at(bodies[i]), mask) : at(bodies[i]);
        code.assign(total, lanes.op('f32x4.add', code.read(lanes.leaf(), total), term));
      });
    });
    sums.forEach((sum, i) => {
      const total = code.read(lanes.leaf(), totals[i]);
      values.set(sum, rows.weight ? lanes.op('f32x4.mul', total, rows.weight) : total);
    });
  }
  return outputs.map(at);
}
