/** Orthonormal directions at random (Gram and Schmidt). */
export function directions(n: number, random: () => number): number[][] {
  const found: number[][] = [];
  while (found.length < n) {
    let next = Array.from({ length: n }, () => random() - 0.5);
    for (const other of [...found, ...found]) {
      const along = other.reduce((sum, value, i) => sum + value * next[i], 0);
      next = next.map((value, i) => value - along * other[i]);
    }
    const length = Math.hypot(...next);
    if (length > 1e-3) found.push(next.map((value) => value / length));
  }
  return found;
}
