// The surface is seen from above.
fn place_of(cell: u32) -> vec2f {
  return vec2f(coordinate(cell, 0u), coordinate(cell, 1u));
}
