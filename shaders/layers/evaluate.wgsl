// Evaluates a layered network's loss and gradient at points, a workgroup each.

// In: PARAMETERS coordinates a row, out: loss, gradient; both in rows of ROW numbers.
@group(0) @binding(0) var<storage, read_write> rows: array<f32>;
@group(0) @binding(1) var<storage, read> table: array<f32>;

const ROW = 1u + PARAMETERS;

@compute @workgroup_size(WORKGROUP)
fn evaluate(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) id: u32) {
  let row = group.x * ROW;
  set_ones(id);
  var decay = 0.0;
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    weights[p] = rows[row + p];
    decay += 0.5 * decay_of(p) * weights[p] * weights[p];
  }
  let loss = differentiate(id);
  let sum = total(id, vec4f(loss, decay, 0.0, 0.0));
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    gather(p);
    rows[row + 1u + p] = gradients[p * SPLITS];
  }
  if (id == 0u) {
    rows[row] = sum.x + sum.y;
  }
}
