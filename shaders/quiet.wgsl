// In place of noise.wgsl where an experiment has no noise. A branch on its size in the innermost loop made SwiftShader eight times slower.

fn noisy(gradient: Vector, k: Knobs, cell: u32, step: u32) -> Vector {
  return gradient;
}
