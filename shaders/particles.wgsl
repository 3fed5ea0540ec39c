// Draws every trajectory as a disc, straight from the population's buffers.

struct Stage {
  center: vec2f,   // parameters at the middle of the canvas
  scale: vec2f,    // parameter units for one device pixel
  size: vec2f,     // canvas in device pixels
  radius: f32,     // of a disc, in device pixels
  cells: u32,
  colour: vec3f,   // where all have the same
  alpha: f32,
}

@group(0) @binding(0) var<uniform> run: Stage;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) offset: vec2f,
  @location(1) @interpolate(flat) colour: vec3f,
}

@vertex
fn vertex(@builtin(vertex_index) index: u32) -> Corner {
  // One draw of many vertices: a software adapter takes every instance for a draw of its own. A triangle around the disc has three corners.
  let cell = index / 3u;
  let angle = 2.0943951 * f32(index % 3u);
  let offset = 2.0 * vec2f(cos(angle), sin(angle));
  let pixels = (place_of(cell) - run.center) / run.scale + offset * (run.radius + 0.5);
  let position = select(2.0 * pixels / run.size, vec2f(-9.0), has_diverged(cell));
  return Corner(vec4f(position, 0.0, 1.0), offset, paint_of(cell));
}

@fragment
fn fragment(corner: Corner) -> @location(0) vec4f {
  let away = length(corner.offset) * (run.radius + 0.5);
  return vec4f(corner.colour, 1.0) * run.alpha * clamp(run.radius + 0.5 - away, 0.0, 1.0);
}
