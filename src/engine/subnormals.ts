/**
 * Float32's smallest number of full precision. What is smaller in a trajectory's state or position becomes 0 after every update that `FLUSH` divides:
 * processors take several times as long with such numbers, and a trajectory that has come to rest is made of nothing else. GPUs may or may not keep
 * them, as they like (WGSL, 15.7).
 */
export const SMALLEST_NORMAL = 2 ** -126;

/** Number of updates after which numbers too small to count become 0. */
export const FLUSH = 16;
