import { evaluateCapacity } from '../evaluate.ts';
import type { Frame } from '../frame.ts';
import type { Looks } from './lesson.ts';
import { lossOf } from './look.ts';
import { times } from './loops.ts';
import { type PlacedNetwork, VECTOR } from './places.ts';

/** `evaluate(bytes)`: as that of formulas, without the Hessian. */
export function writeEvaluate({ code, lanes, layout, vector }: Frame, network: PlacedNetwork, { look }: Looks): void {
  const { parameters } = network;
  const { stride } = evaluateCapacity(parameters, false, layout.rowsBytes);
  const [point, place] = [code.integer(), code.integer()];
  /** Copies numbers of the parameters between points and the network. */
  const copy = (first: number, inNetwork: number, out: boolean) => {
    code
      .get(vector)
      .const(layout.rows + first * stride)
      .scalar('i32.add')
      .set(point);
    code.const(inNetwork).set(place);
    const [from, to] = out ? [place, point] : [point, place];
    times(code, parameters, () => {
      code.store(to, 0, code.load(lanes.leaf(), from, 0));
      code.step(point, stride).step(place, VECTOR);
    });
  };
  code.repeat(() => {
    copy(0, network.theta, false);
    code.call(look);
    code.store(vector, layout.rows + parameters * stride, lossOf(code, lanes, network));
    copy(parameters + 1, network.gradient, true);
    code.step(vector, VECTOR);
    code.get(vector).get(0).scalar('i32.lt_u');
  });
}
