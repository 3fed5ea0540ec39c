export { writeAdvance } from './advance.ts';
export { writeEvaluate } from './evaluate.ts';
export { addDrawnBlock, type Looks } from './lesson.ts';
export { writeMeasure } from './measure.ts';
export { writeRecord } from './record.ts';
export { writeReset } from './reset.ts';
