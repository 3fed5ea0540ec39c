import { msg } from '@lit/localize';

/** What became of a network: whether its gradient vanished, and at what. */
export const NETWORK_KINDS = ['saddle', 'minimum', 'stuck', 'unsettled'] as const;
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** The sign of a kind around a point, and how it is drawn. */
export interface NetworkSign {
  path(x: number, y: number): string;
  readonly filled: boolean;
  /** The custom property of its colour. */
  readonly color: string;
}

const disc = (radius: number) => (x: number, y: number) =>
  `M${fixed(x - radius)} ${fixed(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
const fixed = (value: number) => value.toFixed(1);

/** Told apart by shape: a disc, a diamond, a cross, a ring. */
export const NETWORK_SIGNS: Readonly<Record<NetworkKind, NetworkSign>> = {
  saddle: { path: disc(3), filled: true, color: 'saddle' },
  minimum: { path: (x, y) => `M${fixed(x - 4)} ${fixed(y)}l4 -4l4 4l-4 4Z`, filled: true, color: 'converged' },
  stuck: { path: (x, y) => `M${fixed(x - 3)} ${fixed(y - 3)}l6 6m0 -6l-6 6`, filled: false, color: 'ink' },
  unsettled: { path: disc(3), filled: false, color: 'muted' },
};

/** What a kind is called. */
export function networkKindName(kind: NetworkKind): string {
  switch (kind) {
    case 'saddle':
      return msg('critical point with a way down');
    case 'minimum':
      return msg('minimum');
    case 'stuck':
      return msg('stuck: H·g ≈ 0, but not g');
    case 'unsettled':
      return msg('not at rest');
  }
}
