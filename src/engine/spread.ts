/**
 * Points that fill a domain evenly however many there are (M. Roberts's sequence, 2018: multiples of powers of a generalised
 * golden ratio, modulo 1).
 * @param k index of the point, from 0
 */
export function spread(k: number, domain: readonly (readonly [low: number, high: number])[]): number[] {
  const ratio = ratioOf(domain.length);
  return domain.map(([low, high], i) => low + (high - low) * ((0.5 + (k + 1) / ratio ** (i + 1)) % 1));
}

const ratios = new Map<number, number>();

/** The solution of x^(n + 1) = x + 1. */
function ratioOf(dimensions: number): number {
  let ratio = ratios.get(dimensions) ?? 2;
  if (ratios.has(dimensions)) return ratio;
  for (let i = 0; i < 40; i++) ratio = (1 + ratio) ** (1 / (dimensions + 1));
  ratios.set(dimensions, ratio);
  return ratio;
}
