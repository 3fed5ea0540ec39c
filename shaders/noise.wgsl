// The gradient with its noise, where an experiment has some: see normal.wgsl.

fn noisy(gradient: Vector, k: Knobs, cell: u32, step: u32) -> Vector {
  return add(gradient, scaled(normal_vector(run.first + cell, step), k.noise));
}
