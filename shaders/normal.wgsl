// Random numbers without state: a hash of (seed, cell, step, parameter), the same on every engine and in any order of work.
// The hash is PCG's output function: Jarzynski & Olano 2020, "Hash functions for GPU rendering".

fn pcg(v: u32) -> u32 {
  let state = v * 747796405u + 2891336453u;
  let word = ((state >> ((state >> 28u) + 4u)) ^ state) * 277803737u;
  return (word >> 22u) ^ word;
}

// A draw from the standard normal distribution (Box & Muller 1958).
fn normal(cell: u32, step: u32, parameter: u32) -> f32 {
  let a = pcg(pcg(pcg(pcg(run.seed) + cell) + step) + parameter);
  let b = pcg(a ^ 0x9e3779b9u);
  let radius = f32((a >> 8u) + 1u) * 5.9604645e-8;
  let turn = f32(b >> 8u) * 5.9604645e-8;
  return sqrt(-2.0 * scree_log(radius)) * scree_cos(6.2831853 * turn);
}
