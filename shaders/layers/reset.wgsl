// Puts every layered network at its start.

@compute @workgroup_size(WORKGROUP)
fn reset(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) id: u32) {
  if (!take_cell(group, groups)) {
    return;
  }
  for (var slot = id; slot < SLOTS; slot += WORKGROUP) {
    values[base + slot] = 0.0;
  }
  storageBarrier();
  take_knobs(id);
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    weights[p] = start_of(p);
    values[base + ORIGIN + p] = weights[p];
  }
  first_states(id);
  if (id == 0u) {
    values[base + BEST] = HUGE;
    values[base + ANCHOR_LOSS] = HUGE;
    store_shared_states();
    tallies[DIVERGED_AT * run.cells + cell] = NEVER;
    tallies[ARRIVED_AT * run.cells + cell] = NEVER;
    // Until its first window has passed a trajectory counts as descending: measure.wgsl's CRAWLING.
    tallies[MOTION * run.cells + cell] = 4u;
    tallies[OUTCOME * run.cells + cell] = 0u;
  }
}
