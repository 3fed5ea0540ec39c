export { arithmetic } from './arithmetic.ts';
export { Code } from './code.ts';
export { cos, log } from './functions/index.ts';
export type { Local } from './instructions.ts';
export { type Lane, Lanes, type LeafLane, type Table as LaneTable } from './lanes.ts';
export { type DrawnLanes, lowerToLanes, type TablePlace } from './lower.ts';
export { ModuleWriter } from './module.ts';
