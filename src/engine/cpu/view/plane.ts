import type { Frame } from './messages.ts';

/** Where parameters are seen in a picture: pixels from the left and from the top. */
export class Plane {
  constructor(
    private readonly seen: Frame['seen'],
    private readonly curve: Frame['curve'],
  ) {}

  /** Pixels from the left of a first coordinate. */
  across(x: number): number {
    const { center, scale, width } = this.seen;
    return (x - center[0]) / scale[0] + width / 2;
  }

  /** Pixels from the top of a second coordinate. */
  down(y: number): number {
    const { center, scale, height } = this.seen;
    return height / 2 - (y - center[1]) / scale[1];
  }

  /** The second coordinate of a point: its height on the curve where there is one; NaN beyond the curve's ends. */
  height(x: number, y: number): number {
    const { curve } = this;
    if (!curve) return y;
    const place = (this.across(x) / this.seen.width) * (curve.length - 1);
    const before = Math.floor(place);
    const rest = place - before;
    return rest === 0 ? curve[before] : curve[before] + rest * (curve[before + 1] - curve[before]);
  }
}
