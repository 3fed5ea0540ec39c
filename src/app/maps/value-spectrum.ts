import { type ColorScale, linearScale, logScale } from './color-scale.ts';

/** Values are sorted into bins by the upper half of their bits: 128 of them to each power of two. */
const BINS = 1 << 16;
const SIGN = 1 << 15;
/** From this bin on up to the next sign there are infinity and what is no number. */
const INFINITE = 0x7f80;
/** Share of the values at each end that may lie beyond the scale: a few strays leave the others their colours. */
const STRAYS = 0.002;
/** From this ratio of the largest to the smallest on values differ much. */
const WIDE = 30;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The bin of a value. */
export function binOf(value: number): number {
  float[0] = value;
  return bits[0] >>> 16;
}

/** The value in the middle of a bin. */
export function middleOf(bin: number): number {
  return floatOf(((bin << 16) | SIGN) >>> 0);
}

/** How values are spread, to lay out a scale for them. */
export class ValueSpectrum {
  private readonly counts = new Uint32Array(BINS);

  add(value: number): void {
    this.counts[binOf(value)]++;
  }

  /**
   * The scale for all values added; null where there are none.
   * @param log when it is logarithmic: `always` wherever there are values above 0, or `wide`, where those differ much; lower ones, which come of rounding,
   * then lie at its low end
   */
  scale(log: 'always' | 'wide' | 'never'): ColorScale | null {
    const { counts } = this;
    const order: number[] = [];
    for (let bin = SIGN + INFINITE - 1; bin >= SIGN; bin--) if (counts[bin] > 0) order.push(bin);
    const firstPositive = order.length;
    for (let bin = 0; bin < INFINITE; bin++) if (counts[bin] > 0) order.push(bin);
    if (order.length === 0) return null;
    // 0 itself begins the first bin above it, and has no logarithm.
    const above = order.slice(firstPositive).filter((bin) => bin > 0);
    if (log !== 'never' && above.length > 0) {
      const [low, high] = this.ends(above);
      if (log === 'always' || high / low >= WIDE) return logScale(low, high);
    }
    const [low, high] = this.ends(order);
    return linearScale(low, high);
  }

  /** The least and the largest of the values in some bins, given in rising order, strays left out. */
  private ends(order: readonly number[]): [number, number] {
    const { counts } = this;
    const spared = STRAYS * order.reduce((sum, bin) => sum + counts[bin], 0);
    const inner = (bins: readonly number[]) => {
      let passed = 0;
      return bins.find((bin) => {
        passed += counts[bin];
        return passed > spared;
      }) as number;
    };
    const low = inner(order);
    const high = inner([...order].reverse());
    return [edgeOf(low, 'low'), edgeOf(high, 'high')];
  }
}

/** The least or the largest value in a bin. */
function edgeOf(bin: number, end: 'low' | 'high'): number {
  const outer = (end === 'high') === bin < SIGN ? 0xffff : 0;
  return floatOf(((bin << 16) | outer) >>> 0);
}

function floatOf(pattern: number): number {
  bits[0] = pattern;
  return float[0];
}
