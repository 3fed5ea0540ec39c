// Measures every layered network where it stands: loss, gradient norm, outcome; and counts them in histograms. There is no Hessian: where the gradient has vanished it
// is flat, unless its loss has reached the target.

@compute @workgroup_size(WORKGROUP)
fn measure(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) id: u32) {
  if (!take_cell(group, groups)) {
    return;
  }
  take_knobs(id);
  load_shared_states();
  set_ones(id);
  let found = evaluate_cell(id);
  let window_end = (run.flags & WINDOW_END) != 0u;

  // Of the gradient, of what the next update is made from, and of that update; and lengths as sums over the parameters: of the next step, of the way since the window began, of
  // what the next step moves.
  var clean = Norm();
  var used = Norm();
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    clean = with_component(clean, gradients[p * SPLITS]);
  }
  let next = lesson_beside(found, id, run.step + 1u);
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    add_noise(p, run.step + 1u);
    used = with_component(used, gradients[p * SPLITS]);
  }
  prepare_update(id, f32(run.step + 1u));
  var made = Norm();
  var lengths = vec2f();
  var moved = 0.0;
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    let u = update_of(p);
    let origin = values[base + ORIGIN + p];
    let displacement = values[base + DISPLACEMENT + p];
    let away = (origin - start_of(p)) + displacement;
    made = with_component(made, u);
    lengths += vec2f(abs(eta * u), abs(away - values[base + ANCHOR + p]));
    moved += abs((origin + (displacement - eta * u)) - weights[p]);
    if (window_end) {
      values[base + ANCHOR + p] = away;
    }
  }
  // Only the first thread needs what all have: it reads their parts.
  partial[id] = vec4f(clean.size, clean.squares, used.size, used.squares);
  workgroupBarrier();
  if (id == 0u) {
    for (var i = 1u; i < WORKGROUP; i++) {
      clean = joined(clean, Norm(partial[i].x, partial[i].y));
      used = joined(used, Norm(partial[i].z, partial[i].w));
    }
  }
  workgroupBarrier();
  partial[id] = vec4f(made.size, made.squares, lengths);
  gradients[id] = moved;
  workgroupBarrier();
  if (id == 0u) {
    for (var i = 1u; i < WORKGROUP; i++) {
      made = joined(made, Norm(partial[i].x, partial[i].y));
      lengths += partial[i].zw;
      moved += gradients[i];
    }
    let norm = length_of(clean);
    let diverged_at = min(tallies[DIVERGED_AT * run.cells + cell], select(run.step, NEVER, within(next.square, next.loss, limits_of_run())));
    let alive = diverged_at == NEVER;
    let best = values[base + BEST];
    let arrived_at = min(tallies[ARRIVED_AT * run.cells + cell], select(NEVER, run.step, alive && tells_arrivals() && found.loss <= run.target_loss));
    let path = values[base + PATH] + run.interval * lengths.x;
    let anchor_loss = values[base + ANCHOR_LOSS];
    let descends = moved == 0.0 || (lengths.y >= STRAIGHT * path && found.loss < anchor_loss);
    let motion = select(tallies[MOTION * run.cells + cell], select(OSCILLATING, CRAWLING, descends), window_end);
    let moving = select(motion, FLAT, norm <= run.gradient);
    let outcome = select(DIVERGED, select(moving, CONVERGED, found.loss <= run.target_loss), alive);
    values[base + LOSS] = found.loss;
    values[base + GRADIENT_NORM] = norm;
    values[base + BEST] = select(best, min(best, found.loss), alive && tells_arrivals());
    values[base + PATH] = select(path, 0.0, window_end);
    values[base + ANCHOR_LOSS] = select(anchor_loss, found.loss, window_end);
    tallies[MOTION * run.cells + cell] = motion;
    tallies[DIVERGED_AT * run.cells + cell] = diverged_at;
    tallies[ARRIVED_AT * run.cells + cell] = arrived_at;
    tallies[OUTCOME * run.cells + cell] = outcome;
    let effective = abs(eta) * run.per_step * length_of(made) / max(length_of(used), 1e-37);
    count_cell(outcome, alive, arrived_at, found.loss, norm, Pace(motion, effective, used.size > 0.0));
  }
}
