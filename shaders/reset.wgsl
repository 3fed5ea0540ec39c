// Puts every trajectory at its start.

override WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn reset(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell >= run.cells) {
    return;
  }
  for (var slot = 0u; slot < FIRST_STATE; slot++) {
    values[slot * run.cells + cell] = 0.0;
  }
  let k = knobs_of(cell);
  for (var i = 0u; i < PARAMETERS; i++) {
    values[(ORIGIN + i) * run.cells + cell] = k.start[i];
  }
  values[BEST * run.cells + cell] = HUGE;
  values[ANCHOR_LOSS * run.cells + cell] = HUGE;
  store_states(cell, first_states(k));
  tallies[DIVERGED_AT * run.cells + cell] = NEVER;
  tallies[ARRIVED_AT * run.cells + cell] = NEVER;
  // Until its first window has passed a trajectory counts as descending: measure.wgsl's CRAWLING.
  tallies[MOTION * run.cells + cell] = 4u;
  tallies[OUTCOME * run.cells + cell] = 0u;
}
