// An objective of one parameter: its loss, at evenly spaced places from the canvas's left edge to its right one.
@group(0) @binding(4) var<storage, read> curve: array<f32, CURVE_PLACES>;

fn place_of(cell: u32) -> vec2f {
  let x = coordinate(cell, 0u);
  let share = (x - run.center.x) / (run.scale.x * run.size.x) + 0.5;
  let place = clamp(share, 0.0, 1.0) * f32(CURVE_PLACES - 1u);
  let before = min(u32(place), CURVE_PLACES - 2u);
  return vec2f(x, mix(curve[before], curve[before + 1u], place - f32(before)));
}
