import type { Table } from '../lanes.ts';

/** The exponent field of float32 with which the table begins: that of 2^13. */
export const FIRST_EXPONENT = 140;
/** Entries of each part: one for each exponent field up to 255. */
export const ENTRIES = 256 - FIRST_EXPONENT;
/** Bits of a part: with the 24 of a float32's integer they make a product that float64 holds exactly. */
const PART = 29;
/** Bits of 2/π after the point; the last ones needed have the place 2^−189. */
const DIGITS = 256;

/**
 * How many quarter turns a float32's last bit is, for each exponent, less whole turns: u · 2/π mod 4, where the float32 is an integer times u. In three parts,
 * one after the other: 29 bits down to 2^−27, the next 29, and the next. Infinity and NaN, which have the last exponent, turn by NaN.
 */
export const TWO_OVER_PI: Table = { values: [0, 1, 2].flatMap(partsOf) };

function partsOf(part: number): number[] {
  const last = PART * (part + 1) - 2;
  const twoOverPi = (2n << BigInt(2 * DIGITS)) / pi(DIGITS);
  return Array.from({ length: ENTRIES }, (_, i) => {
    const field = FIRST_EXPONENT + i;
    if (field === 255) return Number.NaN;
    const digits = twoOverPi >> BigInt(DIGITS - last - (field - 150));
    return Number(BigInt.asUintN(PART, digits)) / 2 ** last;
  });
}

/** π · 2^bits by Machin's formula. */
function pi(bits: number): bigint {
  const guard = 16n;
  const one = 1n << (BigInt(bits) + guard);
  const arccot = (n: bigint) => {
    let sum = 0n;
    for (let power = one / n, i = 1n; power !== 0n; power /= -n * n, i += 2n) sum += power / i;
    return sum;
  };
  return (4n * (4n * arccot(5n) - arccot(239n))) >> guard;
}
