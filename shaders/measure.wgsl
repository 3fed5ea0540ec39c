// Measures every trajectory where it stands: loss, gradient norm, outcome; and counts them in histograms. Almost without branches: a software
// adapter pays for each.

override WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn measure(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell >= run.cells) {
    return;
  }
  let k = knobs_of(cell);
  let carry = load_carry(cell);
  let theta = position(carry);
  let at = objective(theta);
  let norm = norm_of(at.gradient);
  let next = lesson_beside(at, theta, k, run.step + 1u);

  let diverged_at = min(tallies[DIVERGED_AT * run.cells + cell], select(run.step, NEVER, inside(theta, next.loss, limits_of_run())));
  let alive = diverged_at == NEVER;
  let best = values[BEST * run.cells + cell];
  let arrived_at = min(tallies[ARRIVED_AT * run.cells + cell], select(NEVER, run.step, alive && tells_arrivals() && at.loss <= run.target_loss));
  let pace = follow(cell, k, carry, theta, at, next);
  let outcome = select(DIVERGED, outcome_of(theta, at, norm, pace.motion), alive);

  values[LOSS * run.cells + cell] = at.loss;
  values[GRADIENT_NORM * run.cells + cell] = norm;
  values[BEST * run.cells + cell] = select(best, min(best, at.loss), alive && tells_arrivals());
  tallies[DIVERGED_AT * run.cells + cell] = diverged_at;
  tallies[ARRIVED_AT * run.cells + cell] = arrived_at;
  tallies[OUTCOME * run.cells + cell] = outcome;

  count_cell(outcome, alive, arrived_at, at.loss, norm, pace);
}

// Whether a trajectory still descends, told at the end of a window of several records: it oscillates where its path is long for the way it made, or
// where it made way and the loss did not fall. One that stands still does neither, and is the slowest of those that descend. The path is sampled: the next step's length at each record, times the steps between (run.interval,
// which is 0 where nothing is recorded). And how long its next step is beside the gradient that it is made from, where there is one: both times the
// same, so that no square overflows or vanishes.
fn follow(cell: u32, k: Knobs, carry: Carry, theta: Vector, at: Evaluated, next: Evaluated) -> Pace {
  let window_end = (run.flags & WINDOW_END) != 0u;
  let g = noisy(next.gradient, k, cell, run.step + 1u);
  let update = update_of(theta, g, carry.states, k, f32(run.step) + 1.0);
  let path = values[PATH * run.cells + cell] + run.interval * size_of(scaled(update.u, update.eta));
  let anchor = load_vector(ANCHOR, cell);
  let displacement = add(subtract(carry.origin, k.start), carry.displacement);
  let anchor_loss = values[ANCHOR_LOSS * run.cells + cell];
  // Whether the next step is too small to change the position.
  let still = size_of(subtract(position(moved(carry, update)), theta)) == 0.0;
  let descends = still || (size_of(subtract(displacement, anchor)) >= STRAIGHT * path && at.loss < anchor_loss);
  let motion = select(tallies[MOTION * run.cells + cell], select(OSCILLATING, CRAWLING, descends), window_end);
  tallies[MOTION * run.cells + cell] = motion;
  values[PATH * run.cells + cell] = select(path, 0.0, window_end);
  values[ANCHOR_LOSS * run.cells + cell] = select(anchor_loss, at.loss, window_end);
  for (var i = 0u; i < PARAMETERS; i++) {
    values[(ANCHOR + i) * run.cells + cell] = select(anchor[i], displacement[i], window_end);
  }
  let scale = 1.0 / scale_of(g);
  let square = square_norm(scaled(g, scale));
  let effective = abs(update.eta) * run.per_step * sqrt(square_norm(scaled(update.u, scale)) / max(square, 1e-30));
  return Pace(motion, effective, square > 0.0);
}

// A norm whose squares neither overflow nor vanish.
fn norm_of(v: Vector) -> f32 {
  let size = scale_of(v);
  return size * sqrt(square_norm(scaled(v, 1.0 / size)));
}

// The size of a vector's largest component.
fn scale_of(v: Vector) -> f32 {
  var largest = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    largest = max(largest, abs(v[i]));
  }
  return max(largest, 1e-37);
}
