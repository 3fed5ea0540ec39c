import { FUNCTIONS, type Graph, type Node, reachable } from '../../src/formula/index.ts';
import { CLAIMS, powerError } from './gpu-accuracy.ts';
import { TINY, ulpAt } from './gpu-ulps.ts';

/** Functions that a GPU computes exactly. */
const EXACT = new Set('neg abs sign floor relu min max lt le eq not and or choose'.split(' '));
const claims = new Map(CLAIMS.map((claim) => [claim.name, claim]));

/** How far a GPU's result may be off, absolutely; NaN where nothing is claimed. */
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
 * Evaluates outputs as some GPU might: every result rounded to float32 after an error within what its function claims; subnormal ones may be flushed
 * to 0. Infinite or without a value where float32's range is left, or where the claims end.
 * @param random numbers in [0, 1); without it every result is only rounded
 */
export function noisyProgram(graph: Graph, outputs: readonly Node[], inputs: readonly Node[], division: number) {
  if (graph.rows > 0) throw new Error('internal: a table is not supported here');
  const nodes = reachable(outputs);
  const places = new Map(nodes.map((node, i) => [node, i]));
  const place = (node: Node) => places.get(node) as number;
  const values = new Float64Array(nodes.length);
  const steps = nodes.flatMap((node, to) => {
    if (node.kind === 'constant') values[to] = Math.fround(node.value);
    if (node.kind !== 'apply') return [];
    const [a, b, c] = [0, 1, 2].map((i) => (i < node.args.length ? place(node.args[i]) : 0));
    return [{ name: node.name, evaluate: FUNCTIONS[node.name].evaluate, to, a, b, c }];
  });
  return (at: ArrayLike<number>, random?: () => number): number[] => {
    inputs.forEach((input, i) => {
      if (places.has(input)) values[place(input)] = at[i];
    });
    for (const { name, evaluate, to, a, b, c } of steps) {
      const value = evaluate(values[a], values[b], values[c]);
      const error = random ? (2 * random() - 1) * slack(name, value, values[a], values[b], division) : 0;
      const result = Math.fround(value + error);
      values[to] = random && Math.abs(result) < TINY && random() < 0.5 ? 0 : result;
    }
    return outputs.map((output) => values[place(output)]);
  };
}
