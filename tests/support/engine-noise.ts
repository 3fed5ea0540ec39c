import { FUNCTIONS, type Graph, type Node, reachable } from '../../src/formula/index.ts';
import { CLAIMS, powerError } from './engine-accuracy.ts';
import { TINY, ulpAt } from './ulps.ts';

/** Functions that every engine computes exactly. */
const EXACT = new Set('neg abs sign floor relu min max lt le eq not and or choose'.split(' '));
const claims = new Map(CLAIMS.map((claim) => [claim.name, claim]));

/** How far an engine's result may be off, absolutely; NaN where nothing is claimed. */
function slack(name: string, value: number, a: number, b: number, division: number): number {
  if (EXACT.has(name)) return 0;
  if (name === 'add' || name === 'sub' || name === 'mul') return 0.5 * ulpAt(value);
  if (name === 'pow') return Math.abs(value) * powerError(b * Math.log(a), division);
  const claim = claims.get(name);
  if (!claim) throw new Error(`internal: no claim for ${name}`);
  const { ulps, divisions, more } = claim;
  const claimed = more === undefined || Math.abs(a) <= claim.range[1];
  return claimed ? (ulps + division * divisions) * ulpAt(value) + (more?.(a) ?? 0) : Number.NaN;
}

/**
 * Evaluates outputs as some engine might: every result rounded to float32 after an error within what its function claims; subnormal ones may be flushed
 * to 0. Infinite or without a value where float32's range is left, or where the claims end.
 * @param random numbers in [0, 1); without it every result is only rounded
 */
export function noisyProgram(graph: Graph, outputs: readonly Node[], inputs: readonly Node[], division: number) {
  const nodes = reachable(outputs);
  const places = new Map(nodes.map((node, i) => [node, i]));
  const place = (node: Node) => places.get(node) as number;
  const values = new Float64Array(nodes.length);
  for (const node of nodes) if (node.kind === 'constant') values[place(node)] = Math.fround(node.value);
  /** Where the next errors come from; nowhere for none. */
  let random: (() => number) | undefined;
  const error = (name: string, value: number, a: number, b: number) =>
    random ? (2 * random() - 1) * slack(name, value, a, b, division) : 0;

  const steps = nodes.map((node): ((row: number) => void) => {
    const to = place(node);
    if (node.kind === 'column') {
      const column = graph.table[node.name];
      return (row) => {
        values[to] = Math.fround(column[row]);
      };
    }
    if (node.kind === 'apply') {
      const { name } = node;
      const { evaluate } = FUNCTIONS[name];
      const [a, b = 0, c = 0] = node.args.map(place);
      return () => {
        const value = evaluate(values[a], values[b], values[c]);
        const result = Math.fround(value + error(name, value, values[a], values[b]));
        values[to] = random && Math.abs(result) < TINY && random() < 0.5 ? 0 : result;
      };
    }
    if (node.kind === 'sum') {
      const from = place(node.body);
      return () => {
        let sum = 0;
        for (let row = 0; row < graph.rows; row++) {
          for (const step of perRow) step(row);
          const next = sum + values[from];
          sum = Math.fround(next + error('add', next, sum, values[from]));
        }
        values[to] = sum;
      };
    }
    return () => {};
  });
  const perRow = steps.filter((_, i) => nodes[i].perRow);
  const whole = steps.filter((_, i) => !nodes[i].perRow);
  return (at: ArrayLike<number>, source?: () => number): number[] => {
    random = source;
    inputs.forEach((input, i) => {
      if (places.has(input)) values[place(input)] = at[i];
    });
    for (const step of whole) step(0);
    return outputs.map((output) => values[place(output)]);
  };
}
