import { cos, exp, log, sigmoid, sin, softplus, tanh } from '../src/formula/wasm/functions/index.ts';
import { type Lane, Lanes } from '../src/formula/wasm/index.ts';

const FUNCTIONS = { cos, exp, log, sigmoid, sin, softplus, tanh } as const;

/** A function whose operations are counted. */
export type CountedFunction = keyof typeof FUNCTIONS;

/** What is an operation; one on two float64 makes half of what four numbers need. */
const WEIGHTS = new Map(
  ['add', 'sub', 'mul', 'div', 'sqrt'].flatMap((name) => [
    [`f32x4.${name}`, 1],
    [`f64x2.${name}`, 0.5],
  ]),
);

/** How many floating-point operations the CPU engine's form of a function makes for one number, where its argument is a usual one; undefined of what is none of them. */
export function functionFlops(name: CountedFunction): number | undefined {
  const build = FUNCTIONS[name];
  if (!build) return undefined;
  const lanes = new Lanes();
  const seen = new Set<Lane>();
  let count = 0;
  const look = (lane: Lane) => {
    if (seen.has(lane)) return;
    seen.add(lane);
    if (lane.kind === 'op') count += WEIGHTS.get(lane.what) ?? 0;
    // Rare arguments take another way.
    for (const arg of lane.kind === 'rare' ? [lane.args[2]] : lane.args) look(arg);
  };
  look(build(lanes, lanes.leaf()));
  return count;
}
