// Writes one layered network's row of a trace: where it stands, and the update that it makes next. Its numbers are those of ../record.wgsl.

@group(1) @binding(0) var<storage, read_write> rows: array<f32>;

const ROW = 4u * PARAMETERS + 2u;

@compute @workgroup_size(WORKGROUP)
fn record(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) id: u32) {
  if (!take_cell(group, groups)) {
    return;
  }
  take_knobs(id);
  load_shared_states();
  set_ones(id);
  let found = evaluate_cell(id);
  // run.flags is the row's number here: the pass that follows in the same submission needs run.count.
  let row = run.flags * ROW;
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    rows[row + p] = weights[p];
    rows[row + PARAMETERS + 1u + p] = gradients[p * SPLITS];
  }
  _ = lesson_beside(found, id, run.step + 1u);
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    add_noise(p, run.step + 1u);
    rows[row + 3u * PARAMETERS + 2u + p] = gradients[p * SPLITS];
  }
  prepare_update(id, f32(run.step + 1u));
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    rows[row + 2u * PARAMETERS + 1u + p] = update_of(p);
  }
  if (id == 0u) {
    rows[row + PARAMETERS] = found.loss;
    rows[row + 3u * PARAMETERS + 1u] = eta;
  }
}
