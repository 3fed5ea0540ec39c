export { writeAdvance } from './advance.ts';
export { writeEvaluate } from './evaluate.ts';
export { writeMeasure } from './measure.ts';
export { writeRecord } from './record.ts';
export { writeReset } from './reset.ts';
