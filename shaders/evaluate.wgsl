// Evaluates the objective, its gradient and its Hessian at points.

// In: PARAMETERS coordinates a row, out: loss, gradient, Hessian a row; both in rows of ROW numbers.
@group(0) @binding(0) var<storage, read_write> rows: array<f32>;
@group(0) @binding(1) var<storage, read> table: array<f32>;

const ROW = 1u + PARAMETERS + PARAMETERS * PARAMETERS;

@compute @workgroup_size(64)
fn evaluate(@builtin(global_invocation_id) id: vec3u) {
  let row = id.x * ROW;
  if (row >= arrayLength(&rows)) {
    return;
  }
  var theta: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    theta[i] = rows[row + i];
  }
  let at = objective(theta);
  let hessian = hessian_of(theta);
  rows[row] = at.loss;
  for (var i = 0u; i < PARAMETERS; i++) {
    rows[row + 1u + i] = at.gradient[i];
  }
  for (var i = 0u; i < PARAMETERS * PARAMETERS; i++) {
    rows[row + 1u + PARAMETERS + i] = hessian[i];
  }
}
