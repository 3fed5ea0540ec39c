/** Parts of at most `size` entries. */
export function chunks<T>(entries: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(entries.length / size) }, (_, i) => entries.slice(i * size, (i + 1) * size));
}

/**
 * Starts tasks in their order, two at a time, and gives a promise for each: while one waits for the engine, which works in threads of its own,
 * the other computes what it compares with.
 */
export function inPairs<T>(tasks: readonly (() => Promise<T>)[]): Promise<T>[] {
  const running = new Set<Promise<unknown>>();
  let last: Promise<unknown> = Promise.resolve();
  return tasks.map((task) => {
    const start = last.then(async () => {
      while (running.size >= 2) await Promise.race(running);
    });
    const result = start.then(task);
    const ended = result.catch(() => {}).finally(() => running.delete(ended));
    last = start.then(() => running.add(ended));
    return result;
  });
}
