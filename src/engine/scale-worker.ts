import { type ObjectiveMessage, unpackObjective } from './objective-message.ts';
import { type LossScale, searchScale } from './scale-search.ts';

// A worker's script: finds the scale of the one objective that it is sent.
const port = globalThis as unknown as {
  onmessage: (event: MessageEvent<ObjectiveMessage>) => void;
  postMessage(scale: LossScale): void;
};
port.onmessage = ({ data }) => port.postMessage(searchScale(unpackObjective(data)));
