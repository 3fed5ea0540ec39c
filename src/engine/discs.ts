/** Share of the canvas that all discs together may cover before they become translucent. */
const COVERAGE = 0.35;

/** How opaque each of so many discs is: enough to be seen alone, so little that a crowd is no closed carpet. */
export function discAlpha(discs: number, radius: number, [width, height]: readonly [number, number]): number {
  const covered = (discs * Math.PI * radius * radius) / (width * height);
  return Math.min(0.9, Math.max(0.12, COVERAGE / covered));
}
