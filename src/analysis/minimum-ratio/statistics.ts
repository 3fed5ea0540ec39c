import { quantilesOf } from '../quantiles.ts';
import { END_KINDS, type EndKind, type NetworkEnd } from './picture.ts';

/** What a picture's networks tell together. */
export interface RatioStatistics {
  readonly networks: number;
  readonly medianGradientNorm: number;
  /** Pearson's correlation of loss and minimum ratio; NaN where one of them is the same for all. */
  readonly correlation: number;
  /** Of each minimum ratio, from the lowest: how many networks have it, and their median loss. */
  readonly byRatio: readonly { readonly ratio: number; readonly networks: number; readonly medianLoss: number }[];
  /** Numbers of networks by how they ended. */
  readonly kinds: Readonly<Record<EndKind, number>>;
}

/** What of a network its statistics are made of. */
type End = Pick<NetworkEnd, 'loss' | 'ratio' | 'gradientNorm' | 'kind'>;

/** The statistics of one network or more. */
export function ratioStatistics(ends: readonly End[]): RatioStatistics {
  const ratios = [...new Set(ends.map(({ ratio }) => ratio))].sort((a, b) => a - b);
  const count = (kind: EndKind) => ends.filter((end) => end.kind === kind).length;
  return {
    networks: ends.length,
    medianGradientNorm: median(ends.map(({ gradientNorm }) => gradientNorm)),
    correlation: correlation(
      ends.map(({ loss }) => loss),
      ends.map(({ ratio }) => ratio),
    ),
    byRatio: ratios.map((ratio) => {
      const losses = ends.filter((end) => end.ratio === ratio).map(({ loss }) => loss);
      return { ratio, networks: losses.length, medianLoss: median(losses) };
    }),
    kinds: Object.fromEntries(END_KINDS.map((kind) => [kind, count(kind)])) as Record<EndKind, number>,
  };
}

const median = (values: readonly number[]) => quantilesOf(Float32Array.from(values), [0.5])[0];

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [centreA, centreB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - centreA) * (b[i] - centreB)));
  const spread = (values: readonly number[], centre: number) =>
    Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return covariance / (spread(a, centreA) * spread(b, centreB));
}
