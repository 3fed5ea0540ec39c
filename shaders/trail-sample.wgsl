// The trajectories that leave trails: every so many columns and rows of the grid.

struct Sample {
  center: vec2f,    // as in particles.wgsl
  scale: vec2f,
  size: vec2f,
  width: f32,       // of a trail, in device pixels
  cells: u32,
  colour: vec3f,
  leap: f32,        // way from picture to picture, in device pixels, beyond which there is no trail
  stride: vec2u,    // columns and rows from one to the next
  offset: vec2u,    // before the first
  across: u32,      // how many columns have some
  count: u32,
  columns: u32,     // of the grid
}

@group(0) @binding(0) var<uniform> run: Sample;

fn sampled(index: u32) -> u32 {
  let column = run.offset.x + run.stride.x * (index % run.across);
  return (run.offset.y + run.stride.y * (index / run.across)) * run.columns + column;
}
