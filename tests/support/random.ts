/** Uniform numbers in [0, 1) from a seed (mulberry32): the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x = (x + Math.imul(x ^ (x >>> 7), x | 61)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of the entries. */
export function pick<T>(random: () => number, entries: readonly T[]): T {
  return entries[Math.floor(random() * entries.length)];
}
