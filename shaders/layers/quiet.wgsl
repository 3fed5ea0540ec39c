// In place of noise.wgsl where an experiment has no noise.

fn add_noise(p: u32, step: u32) {}
