import { knobSlot, type Layout } from '../../layout.ts';
import type { Frame } from '../frame.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, VECTOR } from './places.ts';

/** Puts the networks' starts into their places: each may vary over the grid or not. */
export function placeStarts(frame: Frame, network: PlacedNetwork): void {
  const { code, lanes, layout } = frame;
  for (const { first, count, varies } of stretchesOf(layout)) {
    const [from, to] = [code.integer(), code.integer()];
    code.const(varies ? knobSlot(layout, first) : layout.fixed + 4 * first).set(from);
    code.const(network.start + VECTOR * first).set(to);
    times(code, count, () => {
      code.store(to, 0, varies ? code.load(lanes.leaf(), from, 0) : code.loadSplat(lanes.leaf(), from, 0));
      code.step(from, varies ? VECTOR : 4).step(to, VECTOR);
    });
  }
}

/** Neighbouring parameters whose starts vary, or do not. */
function stretchesOf({ parameters, knobs }: Layout): { first: number; count: number; varies: boolean }[] {
  const stretches: { first: number; count: number; varies: boolean }[] = [];
  for (let i = 0; i < parameters; i++) {
    const varies = knobs.places[i].group !== 'fixed';
    const last = stretches.at(-1);
    if (last?.varies === varies) last.count++;
    else stretches.push({ first: i, count: 1, varies });
  }
  return stretches;
}
