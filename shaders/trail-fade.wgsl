// Takes the blend constant from the strength of every trail.
@fragment
fn fragment() -> @location(0) vec4f {
  return vec4f(1.0);
}
