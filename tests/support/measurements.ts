import type { Measurement, PopulationMeasure } from '../../src/engine/index.ts';

/** A measurement of populations of which only some things are told. */
export function measurement(step: number, ...optimizers: Partial<PopulationMeasure>[]): Measurement {
  return {
    step,
    optimizers: optimizers.map((told) => ({
      loss: new Float64Array(5),
      lossCounts: { first: 0, counts: new Uint32Array(), signed: false, from: 0 },
      gradientNorm: new Float64Array(5),
      effectiveStep: new Float64Array(5),
      outcomes: new Uint32Array(6),
      arrived: 0,
      ...told,
    })),
  };
}
