import type { Population } from '../../engine/index.ts';
import { slotsOf } from '../../engine/slots.ts';

/** Where every cell of a population of one optimizer is: an array for each cell. */
export async function placesOf(population: Population): Promise<Float32Array[]> {
  const { values } = (await population.checkpoint()).states[0];
  const { cells } = population.plan;
  const { objective, optimizers } = population.plan;
  const size = objective.parameters.length;
  const { displacement, origin } = slotsOf(objective, optimizers[0].update);
  const value = (slot: number, cell: number) => values[slot * cells + cell];
  return Array.from({ length: cells }, (_, cell) =>
    Float32Array.from({ length: size }, (_, k) => value(origin + k, cell) + value(displacement + k, cell)),
  );
}

/** Puts the cells of a population that has made no step, and has one optimizer, at starts of one's own. */
export async function placeCells(population: Population, starts: readonly (readonly number[])[]): Promise<void> {
  const { states, step } = await population.checkpoint();
  const [{ values, tallies }] = states;
  const cells = starts.length;
  const { objective, optimizers } = population.plan;
  const { displacement, origin } = slotsOf(objective, optimizers[0].update);
  starts.forEach((start, cell) => {
    start.forEach((value, parameter) => {
      values[(origin + parameter) * cells + cell] = value;
      values[(displacement + parameter) * cells + cell] = 0;
    });
  });
  population.restore({ step, states: [{ values, tallies }] });
}
