// Adds its noise to a component of the gradient: see ../normal.wgsl.

fn add_noise(p: u32, step: u32) {
  gradients[p * SPLITS] += knob[0] * normal(run.first + cell, step, p);
}
