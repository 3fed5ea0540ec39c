import { BINS } from '../../src/engine/histogram.ts';

/** Width of the bin that a value falls in: `BINS` divide 128 powers of two, and half of them where there are signs. */
export function binWidth(value: number, signed: boolean): number {
  const perOctave = BINS / 128 / (signed ? 2 : 1);
  const octave = Math.floor(Math.log2(Math.max(Math.abs(value), 2 ** -64)));
  return 2 ** octave / perOctave;
}
