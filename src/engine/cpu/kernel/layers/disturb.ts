import type { Lane } from '../../../../formula/wasm/index.ts';
import type { Frame } from '../frame.ts';
import { drawsOf, normal } from '../noise.ts';
import { eachParameter } from './look.ts';
import type { PlacedNetwork } from './places.ts';

/** Adds the noise of an update, whose number is given as integers, to the gradient; nothing where there is none. */
export function disturb(frame: Frame, network: PlacedNetwork, number: Lane): void {
  if (!frame.noisy) return;
  const { code, lanes, a, layout } = frame;
  const size = frame.knob(layout.parameters);
  const draws = drawsOf(frame, number);
  code.compute(draws);
  const parameter = code.integer();
  code.const(0).set(parameter);
  eachParameter(code, network, (at) => {
    const value = code.load(lanes.leaf(), at, network.gradient);
    const draw = normal(frame, draws, code.splat(lanes.leaf(), parameter));
    code.store(at, network.gradient, a.add(value, a.mul(draw, size)));
    code.step(parameter, 1);
  });
}
