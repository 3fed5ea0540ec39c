// Writes one trajectory's row of a trace: where it stands, and the update that it makes next.

// theta, loss, gradient, u and eta of the next update, one row after another.
@group(1) @binding(0) var<storage, read_write> rows: array<f32>;

const ROW = 3u * PARAMETERS + 2u;

@compute @workgroup_size(1)
fn record() {
  let k = knobs_of(0u);
  let carry = load_carry(0u);
  let theta = add(k.start, carry.displacement);
  let at = objective(theta);
  let update = update_of(theta, noisy(at.gradient, k, 0u, run.step + 1u), carry.states, k, f32(run.step) + 1.0);
  // run.count is the row's number here.
  let row = run.count * ROW;
  for (var i = 0u; i < PARAMETERS; i++) {
    rows[row + i] = theta[i];
    rows[row + PARAMETERS + 1u + i] = at.gradient[i];
    rows[row + 2u * PARAMETERS + 1u + i] = update.u[i];
  }
  rows[row + PARAMETERS] = at.loss;
  rows[row + 3u * PARAMETERS + 1u] = update.eta;
}
