/** Words that mean something in Python, and names that a snippet uses itself. */
const TAKEN = `False None True and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield abs float max min print range sum
  math torch jax jnp optax loss_fn gradient curvature optimizer scheduler eta after_warmup update updates state key draw loss step t theta share layers layer groups rows pcg batch_of slice
  g u h`;

/** Gives out Python names, each once. */
export class PythonNames {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set([...TAKEN.split(/\s+/), ...taken]);
  }

  /** Names of which the same are taken. */
  copy(): PythonNames {
    return new PythonNames(this.taken);
  }

  /** The name itself where it is free, else with as many `_` after it as it takes. */
  take(name: string): string {
    let free = name;
    while (this.taken.has(free)) free += '_';
    this.taken.add(free);
    return free;
  }
}
