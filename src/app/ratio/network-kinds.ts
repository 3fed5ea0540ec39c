import { msg } from '@lit/localize';
import type { NetworkEnd } from '../../analysis/minimum-ratio/picture.ts';
import { discPath } from '../charts/shapes.ts';

/** What the signs of the plot tell apart: how networks ended, and among critical points the minima. */
export const NETWORK_KINDS = ['critical', 'minimum', 'gradient-flat', 'unfinished'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** A sign around a point, and how it is drawn. */
export interface NetworkSign {
  path(x: number, y: number): string;
  readonly filled: boolean;
  /** The custom property of its colour. */
  readonly color: string;
}

const disc = (x: number, y: number) => discPath(x, y, 3);
const fixed = (value: number) => value.toFixed(1);

/** Told apart by shape: a disc, a diamond, a cross, a ring. */
export const NETWORK_SIGNS: Readonly<Record<NetworkKind, NetworkSign>> = {
  critical: { path: disc, filled: true, color: 'saddle' },
  minimum: { path: (x, y) => `M${fixed(x - 4)} ${fixed(y)}l4 -4l4 4l-4 4Z`, filled: true, color: 'converged' },
  'gradient-flat': { path: (x, y) => `M${fixed(x - 3)} ${fixed(y - 3)}l6 6m0 -6l-6 6`, filled: false, color: 'ink' },
  unfinished: { path: (x, y) => discPath(x, y, 2.5), filled: false, color: 'muted' },
};

/** The sign of a network. */
export function networkKindOf({ kind, ratio }: Pick<NetworkEnd, 'kind' | 'ratio'>): NetworkKind {
  return kind === 'critical' && ratio === 1 ? 'minimum' : kind;
}

/** What a sign means. */
export function networkKindName(kind: NetworkKind): string {
  switch (kind) {
    case 'critical':
      return msg('critical point');
    case 'minimum':
      return msg('minimum');
    case 'gradient-flat':
      return msg('stuck: H·g ≈ 0, but not g');
    case 'unfinished':
      return msg('gradient not quite 0');
  }
}
