export { openWebGpuEngine } from './engine.ts';
