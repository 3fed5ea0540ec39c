import { atan, cos, exp, log, sigmoid, sin, softplus, tan, tanh } from '../../src/formula/wasm/functions/index.ts';

/** The functions of one vector. */
export const UNARY = { exp, log, sin, cos, tan, tanh, atan, sigmoid, softplus } as const;

export type Unary = keyof typeof UNARY;
