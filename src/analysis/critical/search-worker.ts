import { type ObjectiveMessage, unpackObjective } from '../../engine/objective-message.ts';
import type { CriticalPoints } from './critical-point.ts';
import { findCriticalPoints } from './search.ts';

// A worker's script: finds the critical points of each objective that it is sent.
const port = globalThis as unknown as {
  onmessage: (event: MessageEvent<ObjectiveMessage>) => void;
  postMessage(found: CriticalPoints): void;
};
port.onmessage = ({ data }) => port.postMessage(findCriticalPoints(unpackObjective(data)));
