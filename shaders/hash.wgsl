// Random numbers without state: a hash of (seed, cell, step, parameter or draw), the same on every engine and in any order of work.
// The hash is PCG's output function: Jarzynski & Olano 2020, "Hash functions for GPU rendering".

fn pcg(v: u32) -> u32 {
  let state = v * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// What all numbers of one cell's step are drawn from.
fn draws_of(cell: u32, step: u32) -> u32 {
  return pcg(pcg(pcg(run.seed) + cell) + step);
}
