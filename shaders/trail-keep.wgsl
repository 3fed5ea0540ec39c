// Keeps where the sample is, for the next picture's trails.

@group(0) @binding(5) var<storage, read_write> kept: array<vec2f>;

@compute @workgroup_size(64)
fn keep(@builtin(global_invocation_id) id: vec3u) {
  if (id.x < run.count) {
    kept[id.x] = place_of(sampled(id.x));
  }
}
