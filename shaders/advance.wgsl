// Advances every trajectory by run.count updates, its state in registers meanwhile.

override WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn advance(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell >= run.cells || tallies[DIVERGED_AT * run.cells + cell] != NEVER) {
    return;
  }
  let k = knobs_of(cell);
  let arrived = tallies[ARRIVED_AT * run.cells + cell] != NEVER;
  let first = f32(run.step) + 1.0;
  var count = run.count;
  var diverged = false;
  // A trajectory that leaves its bounds on the way is run again from where this pass began, up to the step at which it left: the loop
  // itself only counts, which is cheaper than stopping.
  loop {
    var carry = load_carry(cell);
    var best = values[BEST * run.cells + cell];
    var above = 0.0;
    var lived = 0.0;
    var alive = 1.0;
    for (var i = 0u; i < count; i++) {
      let theta = position(carry);
      let at = objective(theta);
      best = min(best, at.loss);
      above += select(0.0, 1.0, best > run.target_loss);
      alive = select(0.0, alive, inside(theta, at.loss));
      lived += alive;
      let update = update_of(theta, noisy(at.gradient, k, cell, run.step + i + 1u), carry.states, k, first + f32(i));
      carry = moved(carry, update);
    }
    if (alive == 1.0) {
      store_carry(cell, carry);
      values[BEST * run.cells + cell] = best;
      if (!arrived && above < f32(count)) {
        tallies[ARRIVED_AT * run.cells + cell] = run.step + u32(above);
      }
      break;
    }
    count = u32(lived);
    diverged = true;
  }
  if (diverged) {
    tallies[DIVERGED_AT * run.cells + cell] = run.step + count;
  }
}
