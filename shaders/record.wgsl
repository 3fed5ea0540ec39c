// Writes one trajectory's row of a trace: where it stands, and the update that it makes next.

// theta, loss, gradient, then of the next update: u, eta and the gradient that it is made from, of the batch and noise included; one row after another.
@group(1) @binding(0) var<storage, read_write> rows: array<f32>;

const ROW = 4u * PARAMETERS + 2u;

@compute @workgroup_size(1)
fn record() {
  let k = knobs_of(0u);
  let carry = load_carry(0u);
  let theta = position(carry);
  let at = objective(theta);
  let used = noisy(lesson_beside(at, theta, k, run.step + 1u).gradient, k, 0u, run.step + 1u);
  let update = update_of(theta, used, carry.states, k, f32(run.step) + 1.0);
  // run.flags is the row's number here: the pass that follows in the same submission needs run.count.
  let row = run.flags * ROW;
  for (var i = 0u; i < PARAMETERS; i++) {
    rows[row + i] = theta[i];
    rows[row + PARAMETERS + 1u + i] = at.gradient[i];
    rows[row + 2u * PARAMETERS + 1u + i] = update.u[i];
    rows[row + 3u * PARAMETERS + 2u + i] = used[i];
  }
  rows[row + PARAMETERS] = at.loss;
  rows[row + 3u * PARAMETERS + 1u] = update.eta;
}
