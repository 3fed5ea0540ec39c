/** How arrays are computed with in Python: the names of a library's functions. */
export interface Dialect {
  /** The functions of one argument by their names in the formula language; `x` is the argument. */
  readonly functions: Readonly<Record<string, (x: string) => string>>;
  /** The smaller or larger of two arrays, or of an array and a number, which comes second. */
  readonly bound: (name: 'min' | 'max', a: string, b: string, isNumber: boolean) => string;
  readonly where: (condition: string, a: string, b: string) => string;
  readonly sum: (x: string) => string;
  readonly mean: (x: string) => string;
  readonly norm: (x: string) => string;
  readonly dot: (a: string, b: string) => string;
}

const named = (module: string, names: string) =>
  Object.fromEntries(names.split(' ').map((name) => [name, (x: string) => `${module}.${name}(${x})`]));

/** PyTorch. */
export const TORCH: Dialect = {
  functions: {
    ...named('torch', 'sqrt exp log sin cos tan tanh atan abs sign floor relu sigmoid'),
    softplus: (x) => `torch.logaddexp(${x}, torch.zeros(()))`,
  },
  bound: (name, a, b, isNumber) =>
    isNumber ? `torch.clamp(${a}, ${name === 'min' ? 'max' : 'min'}=${b})` : `torch.${name}imum(${a}, ${b})`,
  where: (condition, a, b) => `torch.where(${condition}, ${a}, ${b})`,
  sum: (x) => `torch.sum(${x})`,
  mean: (x) => `torch.mean(${x})`,
  norm: (x) => `torch.linalg.norm(${x})`,
  dot: (a, b) => `torch.dot(${a}, ${b})`,
};

/** JAX. */
export const JAX: Dialect = {
  functions: {
    ...named('jnp', 'sqrt exp log sin cos tan tanh abs sign floor'),
    ...named('jax.nn', 'relu sigmoid softplus'),
    atan: (x) => `jnp.arctan(${x})`,
  },
  bound: (name, a, b) => `jnp.${name}imum(${a}, ${b})`,
  where: (condition, a, b) => `jnp.where(${condition}, ${a}, ${b})`,
  sum: (x) => `jnp.sum(${x})`,
  mean: (x) => `jnp.mean(${x})`,
  norm: (x) => `jnp.linalg.norm(${x})`,
  dot: (a, b) => `jnp.dot(${a}, ${b})`,
};

/** Functions of single numbers, in Python's own words. */
export const NUMBERS: Readonly<Record<string, (x: string) => string>> = {
  ...named('math', 'sqrt exp log sin cos tan tanh atan floor'),
  abs: (x) => `abs(${x})`,
  sign: (x) => `((${x} > 0) - (${x} < 0))`,
  relu: (x) => `max(${x}, 0.0)`,
  sigmoid: (x) => `(1/(1 + math.exp(-(${x}))))`,
  softplus: (x) => `math.log1p(math.exp(${x}))`,
};
