export { atan } from './atan.ts';
export { exp } from './exp.ts';
export { log } from './log.ts';
export { pow } from './pow.ts';
export { sigmoid } from './sigmoid.ts';
export { cos, sin } from './sine.ts';
export { softplus } from './softplus.ts';
export { tan } from './tan.ts';
export { tanh, tanhFrom, tanhGrowth } from './tanh.ts';
