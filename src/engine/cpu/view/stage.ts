/** Places of the numbers that painting goes by, in the painter's memory; f32 where nothing else is said. */
export const STAGE = {
  /** Parameters at the middle of the picture, pixels for one unit of each, and the middle in pixels. */
  center: 0,
  zoom: 8,
  half: 16,
  /** How far beyond the left and upper edges a disc's middle may be, and where it may be at most. */
  least: 24,
  most: 28,
  /** The square that holds a disc, in pixels: see `Masks`. Integers, like what follows. */
  side: 36,
  before: 40,
  /** Bytes of a mask's row, and of a mask. */
  maskRow: 44,
  mask: 48,
  masks: 52,
  sheet: 56,
  /** Bytes of the sheet's row. */
  sheetRow: 60,
  /** The discs' red, green and blue, f32 from 0 to 255. */
  colour: 64,
  /** The module's own constants. */
  constants: 128,
  bytes: 1024,
} as const;

/** Cells that are added at a time, and their slots: two whose sum is x, two whose sum is y, and the step of divergence. */
export const BATCH = { cells: 256, at: STAGE.bytes, slot: 4 * 256, slots: 5, divergedAt: 4 } as const;
