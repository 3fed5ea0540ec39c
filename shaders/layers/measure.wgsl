// Measures every layered network where it stands: loss, gradient norm, outcome; and counts them in histograms. There is no Hessian: where the gradient has vanished it
// is flat, unless its loss has reached the target.

@compute @workgroup_size(WORKGROUP)
fn measure(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) id: u32) {
  if (!take_cell(group, groups)) {
    return;
  }
  take_knobs();
  load_shared_states();
  set_ones(id);
  let found = evaluate_cell(id);
  let window_end = (run.flags & WINDOW_END) != 0u;

  // Norms whose squares neither overflow nor vanish: of the gradient, and of what the next update is made from.
  var most = vec4f();
  var squares = vec4f();
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    most.x = max(most.x, abs(gradients[p * SPLITS]));
  }
  let size = max(greatest(id, most).x, 1e-37);
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    let g = gradients[p * SPLITS] / size;
    squares.x += g * g;
    add_noise(p, run.step + 1u);
    most.y = max(most.y, abs(gradients[p * SPLITS]));
  }
  let norm = size * sqrt(total(id, squares).x);
  let scale = 1.0 / max(greatest(id, most).y, 1e-37);

  prepare_update(id, f32(run.step + 1u));
  // Lengths as sums over the parameters: of the next step, of the way since the window began, of what the next step moves; and squares of the update and of its gradient.
  var lengths = vec4f();
  squares = vec4f();
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    let u = update_of(p);
    let origin = values[base + ORIGIN + p];
    let displacement = values[base + DISPLACEMENT + p];
    let away = (origin - start_of(p)) + displacement;
    lengths.x += abs(eta * u);
    lengths.y += abs(away - values[base + ANCHOR + p]);
    lengths.z += abs((origin + (displacement - eta * u)) - weights[p]);
    let g = gradients[p * SPLITS] * scale;
    squares.x += (u * scale) * (u * scale);
    squares.y += g * g;
    if (window_end) {
      values[base + ANCHOR + p] = away;
    }
  }
  let length = total(id, lengths);
  let square = total(id, squares);

  if (id == 0u) {
    let diverged_at = min(tallies[DIVERGED_AT * run.cells + cell], select(run.step, NEVER, within(found.square, found.loss, limits_of_run())));
    let alive = diverged_at == NEVER;
    let best = values[base + BEST];
    let arrived_at = min(tallies[ARRIVED_AT * run.cells + cell], select(NEVER, run.step, alive && found.loss <= run.target_loss));
    let path = values[base + PATH] + run.interval * length.x;
    let anchor_loss = values[base + ANCHOR_LOSS];
    let descends = length.z == 0.0 || (length.y >= STRAIGHT * path && found.loss < anchor_loss);
    let motion = select(tallies[MOTION * run.cells + cell], select(OSCILLATING, CRAWLING, descends), window_end);
    let moving = select(motion, FLAT, norm <= run.gradient);
    let outcome = select(DIVERGED, select(moving, CONVERGED, found.loss <= run.target_loss), alive);
    values[base + LOSS] = found.loss;
    values[base + GRADIENT_NORM] = norm;
    values[base + BEST] = select(best, min(best, found.loss), alive);
    values[base + PATH] = select(path, 0.0, window_end);
    values[base + ANCHOR_LOSS] = select(anchor_loss, found.loss, window_end);
    tallies[MOTION * run.cells + cell] = motion;
    tallies[DIVERGED_AT * run.cells + cell] = diverged_at;
    tallies[ARRIVED_AT * run.cells + cell] = arrived_at;
    tallies[OUTCOME * run.cells + cell] = outcome;
    let effective = abs(eta) * run.per_step * sqrt(square.x / max(square.y, 1e-30));
    count_cell(outcome, alive, arrived_at, found.loss, norm, Pace(motion, effective, square.y > 0.0));
  }
}
