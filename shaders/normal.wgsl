// Normal numbers, drawn by hash.wgsl.

// A draw from the standard normal distribution (Box & Muller 1958).
fn normal(cell: u32, step: u32, parameter: u32) -> f32 {
  let a = pcg(draws_of(cell, step) + parameter);
  let b = pcg(a ^ 0x9e3779b9u);
  let radius = f32((a >> 8u) + 1u) * 5.9604645e-8;
  let turn = f32(b >> 8u) * 5.9604645e-8;
  return sqrt(-2.0 * scree_log(radius)) * scree_cos(6.2831853 * turn);
}
