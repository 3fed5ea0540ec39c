import type { Lane } from '../../../../formula/wasm/index.ts';
import type { Frame } from '../frame.ts';
import { disturb } from './disturb.ts';
import { ElementStep } from './elements.ts';
import { type Looks, lessonBeside } from './lesson.ts';
import { eachParameter, lossOf } from './look.ts';
import { type PlacedNetwork, VECTOR } from './places.ts';
import { stand } from './stand.ts';

/** `record(row, step, to)`: writes where the tile's networks stand to an address, as that of formulas does. */
export function writeRecord(frame: Frame, network: PlacedNetwork, looks: Looks): void {
  const { code, lanes } = frame;
  const [row, step, to] = [0, 1, 2];
  const { parameters } = network;
  frame.readFixed();
  const place = code.integer();
  /** Writes a number of each parameter, from a number of the row on. */
  const writeEach = (from: number, value: (at: number) => Lane) => {
    eachParameter(code, network, (at) => {
      const lane = value(at);
      code.get(to).get(at).scalar('i32.add').set(place);
      code.store(place, VECTOR * from, lane);
    });
  };
  const load = (address: number) => (at: number) => code.load(lanes.leaf(), at, address);
  stand(frame, network, null);
  code.call(looks.look);
  writeEach(0, load(network.theta));
  code.store(to, VECTOR * parameters, lossOf(code, lanes, network));
  writeEach(parameters + 1, load(network.gradient));
  const number = lanes.op('i32x4.add', code.splat(lanes.leaf(), step), lanes.i32(1));
  lessonBeside(frame, network, looks, number);
  disturb(frame, network, number);
  const update = new ElementStep(frame, network, frame.shared(row));
  writeEach(2 * parameters + 1, (at) => update.element(at).u);
  code.store(to, VECTOR * (3 * parameters + 1), update.eta);
  writeEach(3 * parameters + 2, load(network.gradient));
}
