export { arithmetic } from './arithmetic.ts';
export { Code } from './code.ts';
export { cos, exp, log, sigmoid, softplus, tanhFrom, tanhGrowth } from './functions/index.ts';
export type { Callee, Local } from './instructions.ts';
export { type Lane, Lanes, type LeafLane, type Table as LaneTable } from './lanes.ts';
export { lowerToLanes } from './lower.ts';
export { ModuleWriter } from './module.ts';
export { type DrawnLanes, type Rows, tableRows } from './rows.ts';
