fn paint_of(cell: u32) -> vec3f {
  return run.colour;
}
