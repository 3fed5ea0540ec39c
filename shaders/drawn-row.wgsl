// Rows of the data, drawn by hash.wgsl with replacement.

// What tells draws of rows from draws of noise, which count parameters from 0.
const ROW_DRAWS = 0x80000000u;

// The row of a draw: the upper half of a product of 64 bits, in two parts.
fn row_drawn(draws: u32, draw: u32, rows: u32) -> u32 {
  let hash = pcg(draws + ROW_DRAWS + draw);
  return ((hash >> 16u) * rows + (((hash & 0xffffu) * rows) >> 16u)) >> 16u;
}
