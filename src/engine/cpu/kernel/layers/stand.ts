import type { Lane } from '../../../../formula/wasm/index.ts';
import { valueSlot } from '../../layout.ts';
import type { Frame } from '../frame.ts';
import { eachParameter } from './look.ts';
import type { PlacedNetwork } from './places.ts';

/**
 * Puts the tile's four networks' parameters in their places.
 * @param due networks whose parameters that have come close to 0 become new origins: see `Place` in the engine's oracle; null for none
 * @returns the squares of their distances from the origin
 */
export function stand(frame: Frame, network: PlacedNetwork, due: Lane | null): Lane {
  const { code, lanes, a, layout } = frame;
  const [displacementAt, originAt] = [layout.slots.displacement, layout.slots.origin].map((slot) =>
    valueSlot(layout, slot),
  );
  const square = code.variable(lanes.f32(0));
  eachParameter(code, network, (at) => {
    const displacement = code.load(lanes.leaf(), at, displacementAt);
    const origin = code.load(lanes.leaf(), at, originAt);
    const theta = a.add(origin, displacement);
    code.store(at, network.theta, theta);
    code.increase(square, a.mul(theta, theta));
    if (!due) return;
    const near = a.and(due, a.less(a.abs(theta), a.mul(lanes.f32(0.5), a.abs(displacement))));
    code.compute(near);
    code.store(at, originAt, a.choose(near, theta, origin));
    code.store(at, displacementAt, a.without(displacement, near));
  });
  return code.read(lanes.leaf(), square);
}
