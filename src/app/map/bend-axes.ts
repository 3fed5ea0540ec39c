import type { Bend } from './mark.ts';
import type { Viewport } from './viewport.ts';

/** Pixels between a mark's middle and where an axis begins; where the shortest and the longest end. */
const [FROM, SHORTEST, LONGEST] = [10, 15, 27];
/** The longest axis is that of the largest eigenvalue; one so many decades smaller has the shortest. */
const DECADES = 3;
/** Half the width of what stands at an axis's ends. */
const WING = 3;
/** An eigenvalue is 0 below so much of the largest. */
const NOTHING = 1e-9;

/** An axis as it is drawn around (0, 0): a path, and whether the surface neither rises nor falls along it. */
export interface BendAxis {
  readonly path: string;
  readonly flat: boolean;
}

/**
 * The eigenvectors at a mark as axes that lie as directions do in the view: the larger the eigenvalue, the longer. Walls stand at
 * the ends of one along which the surface rises, arrows lead away where it falls.
 */
export function bendAxes({ scale }: Viewport, bends: readonly Bend[]): BendAxis[] {
  if (bends.length !== 2) return [];
  const largest = Math.max(...bends.map(({ eigenvalue }) => Math.abs(eigenvalue)));
  return bends.map(({ eigenvalue, direction }) => {
    const seen = [direction[0] / scale[0], -direction[1] / scale[1]];
    const length = Math.hypot(...seen);
    const [right, down] = seen.map((each) => each / length);
    const share = Math.abs(eigenvalue) / largest;
    const flat = !(share > NOTHING);
    const long = flat ? 0 : Math.max(0, 1 + Math.log10(share) / DECADES);
    const reach = SHORTEST + long * (LONGEST - SHORTEST);
    // Along the axis, then across it.
    const place = (along: number, across: number) =>
      `${(along * right - across * down).toFixed(1)} ${(along * down + across * right).toFixed(1)}`;
    const end = (side: number) => {
      const line = `M${place(side * FROM, 0)}L${place(side * reach, 0)}`;
      if (flat) return line;
      const back = eigenvalue < 0 ? side * (reach - WING) : side * reach;
      return `${line}M${place(back, WING)}L${place(side * reach, 0)}L${place(back, -WING)}`;
    };
    return { path: end(1) + end(-1), flat };
  });
}
