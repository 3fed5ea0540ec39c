// Advances every layered network by run.count updates, or up to the step at which it leaves its bounds.

// A loss over the first one, at most; of one that is no number this.
const MOST_RATIO = 1e6;

@compute @workgroup_size(WORKGROUP)
fn advance(@builtin(workgroup_id) group: vec3u, @builtin(num_workgroups) groups: vec3u, @builtin(local_invocation_index) id: u32) {
  if (!take_cell(group, groups)) {
    return;
  }
  if (id == 0u) {
    flag = tallies[DIVERGED_AT * run.cells + cell];
  }
  if (workgroupUniformLoad(&flag) != NEVER) {
    return;
  }
  take_knobs(id);
  load_shared_states();
  set_ones(id);
  let limits = limits_of_run();
  var best = values[base + BEST];
  var arrived_at = tallies[ARRIVED_AT * run.cells + cell];
  var diverged_at = NEVER;
  var ratios = vec4f(values[base + RATIO_FIRST], values[base + RATIO_SUM], values[base + RATIO_INVERSE], values[base + RATIO_TAIL]);
  for (var done = 0u; done < run.count; done++) {
    let step = run.step + done;
    let found = lesson(id, step + 1u);
    if (!within(found.square, found.loss, limits)) {
      diverged_at = step;
      break;
    }
    best = tracked(best, found.loss);
    if (arrived_at == NEVER && best <= run.target_loss) {
      arrived_at = step;
    }
    ratios = with_ratio(ratios, found.loss, step);
    for (var p = id; p < PARAMETERS; p += WORKGROUP) {
      add_noise(p, step + 1u);
    }
    prepare_update(id, f32(step + 1u));
    for (var p = id; p < PARAMETERS; p += WORKGROUP) {
      let u = update_of(p);
      store_states(p);
      move_parameter(p, eta * u, step % 2u == 1u);
    }
    share_states();
  }
  if (id == 0u) {
    store_shared_states();
    values[base + BEST] = best;
    values[base + RATIO_FIRST] = ratios.x;
    values[base + RATIO_SUM] = ratios.y;
    values[base + RATIO_INVERSE] = ratios.z;
    values[base + RATIO_TAIL] = ratios.w;
    tallies[ARRIVED_AT * run.cells + cell] = arrived_at;
    tallies[DIVERGED_AT * run.cells + cell] = diverged_at;
  }
}

// The first loss, and the sums of the ratio to it, of its inverse, and of the ratio over the run's last updates, with one more loss.
fn with_ratio(ratios: vec4f, loss: f32, step: u32) -> vec4f {
  let first = select(ratios.x, loss, step == 0u);
  // As bits, for what is no number lies above all of them.
  let quotient = loss / first;
  let ratio = select(MOST_RATIO, quotient, bitcast<u32>(quotient) <= bitcast<u32>(MOST_RATIO));
  let last = step >= run.tail;
  return vec4f(first, ratios.y + ratio, ratios.z + 1.0 / ratio, ratios.w + select(0.0, ratio, last));
}

// A parameter's step. After every second update a position that has come close to 0, where the sum is exact (Sterbenz), becomes the new origin: see carry.wgsl.
fn move_parameter(p: u32, step: f32, renewing: bool) {
  let origin = values[base + ORIGIN + p];
  let displacement = values[base + DISPLACEMENT + p] - step;
  let sum = origin + displacement;
  let near = renewing && abs(sum) < 0.5 * abs(displacement);
  values[base + ORIGIN + p] = select(origin, sum, near);
  values[base + DISPLACEMENT + p] = select(displacement, 0.0, near);
}
