import { type ObjectiveMessage, unpackObjective } from '../../engine/objective-message.ts';
import type { CriticalPoints } from './critical-point.ts';
import { findCriticalPoints } from './search.ts';
import type { Wave } from './wave.ts';

/** A search that is asked for. */
export interface SearchMessage {
  readonly objective: ObjectiveMessage;
  /** Where an engine's runs ended: the search begins there. */
  readonly wave: Wave;
}

// A worker's script: finds the critical points of each objective that it is sent.
const port = globalThis as unknown as {
  onmessage: (event: MessageEvent<SearchMessage>) => void;
  postMessage(found: CriticalPoints): void;
};
port.onmessage = ({ data: { objective, wave } }) =>
  port.postMessage(findCriticalPoints(unpackObjective(objective), wave));
