// Advances every trajectory by run.count updates, its state in registers meanwhile.

override WORKGROUP = 64u;

// A trajectory on its way through a pass, with what is told of it: best loss, steps above the target, steps inside the bounds.
struct Track { carry: Carry, best: f32, above: u32, lived: u32 }

fn stepped(track: Track, k: Knobs, limits: Limits, target_loss: f32, cell: u32, done: u32) -> Track {
  let theta = position(track.carry);
  let number = run.step + done + 1u;
  let at = lesson(theta, k, number);
  let best = tracked(track.best, at.loss);
  let update = update_of(theta, noisy(at.gradient, k, cell, number), track.carry.states, k, f32(number));
  return Track(
    moved(track.carry, update),
    best,
    track.above + select(0u, 1u, best > target_loss),
    // Counts on only while no step was missed: after the first one outside it stands still.
    track.lived + select(0u, 1u, inside(theta, at.loss, limits) & (track.lived == done)),
  );
}

@compute @workgroup_size(WORKGROUP)
fn advance(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell >= run.cells || tallies[DIVERGED_AT * run.cells + cell] != NEVER) {
    return;
  }
  let k = knobs_of(cell);
  let arrived = tallies[ARRIVED_AT * run.cells + cell] != NEVER;
  let limits = limits_of_run();
  let target_loss = run.target_loss;
  var count = run.count;
  var diverged = false;
  // A trajectory that leaves its bounds on the way is run again from where this pass began, up to the step at which it left: the loop
  // itself only counts, which is cheaper than stopping.
  for (var tries = 0u; tries < 2u; tries++) {
    let track = walked(Track(load_carry(cell), values[BEST * run.cells + cell], 0u, 0u), k, limits, target_loss, cell, count);
    if (track.lived == count) {
      store_carry(cell, track.carry);
      values[BEST * run.cells + cell] = track.best;
      if (!arrived && track.above < count) {
        tallies[ARRIVED_AT * run.cells + cell] = run.step + track.above;
      }
      break;
    }
    count = track.lived;
    diverged = true;
  }
  if (diverged) {
    tallies[DIVERGED_AT * run.cells + cell] = run.step + count;
  }
}
