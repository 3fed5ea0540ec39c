// Draws the way of the sample since the last picture: lines into a layer that holds colours, and in alpha how much of them shows.

@group(0) @binding(5) var<storage, read> kept: array<vec2f>;

struct Corner {
  @builtin(position) position: vec4f,
  @location(0) away: f32,
  @location(1) @interpolate(flat) colour: vec3f,
}

@vertex
fn vertex(@builtin(vertex_index) index: u32) -> Corner {
  let number = index / 6u;
  let cell = sampled(number);
  // Two triangles: the corners 0 1 2 and 2 1 3.
  let corner = select(index % 6u, 6u - index % 6u, index % 6u > 2u);
  let to = (place_of(cell) - run.center) / run.scale;
  let way = to - (kept[number] - run.center) / run.scale;
  let far = length(way);
  let along = way / max(far, 1e-6);
  let reach = 0.5 * run.width + 0.5;
  let side = select(-reach, reach, (corner & 1u) == 1u);
  let pixels = to - way * f32(corner >> 1u) + vec2f(-along.y, along.x) * side;
  let seen = far > 0.0 && far < run.leap && !has_diverged(cell);
  let position = select(vec2f(-9.0), 2.0 * pixels / run.size, seen);
  return Corner(vec4f(position, 0.0, 1.0), side, paint_of(cell));
}

@fragment
fn fragment(corner: Corner) -> @location(0) vec4f {
  return vec4f(corner.colour, TRAIL_STRENGTH * clamp(0.5 * run.width + 0.5 - abs(corner.away), 0.0, 1.0));
}
