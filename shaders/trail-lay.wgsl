// Lays the trails over the ground.

@group(0) @binding(0) var ground: texture_2d<f32>;
@group(0) @binding(1) var trails: texture_2d<f32>;

@fragment
fn fragment(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let pixel = vec2u(position.xy);
  let trail = textureLoad(trails, pixel, 0);
  return vec4f(mix(textureLoad(ground, pixel, 0).rgb, trail.rgb, trail.a), 1.0);
}
