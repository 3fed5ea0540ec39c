export { binEdges } from './histogram.ts';
export { nextRecord, recordInterval, windowLength } from './records.ts';
export { Run, type RunEvents } from './run.ts';
export { traceOf } from './trace-rows.ts';
export * from './types.ts';
