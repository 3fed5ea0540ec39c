/** Seeds are whole numbers below this. */
const SEEDS = 2 ** 32;

/** Another seed: the next one, after the last the first. */
export function nextSeed(seed: number): number {
  return (seed + 1) % SEEDS;
}
