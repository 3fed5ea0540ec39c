// Measures every trajectory where it stands: loss, gradient norm, outcome; and counts them in histograms.

// Counters: BINS of the loss, BINS of the gradient norm, then OUTCOMES numbers of cells, then the number that have reached the target.
const BINS = 1024u;
const OUTCOMES = 6u;
const CONVERGED = 0u;
const SADDLE = 1u;
const FLAT = 2u;
const OSCILLATING = 3u;
const CRAWLING = 4u;
const DIVERGED = 5u;
const UNKNOWN_MINIMUM = 0xffffu;
// An eigenvalue this small beside the largest one counts as zero.
const SINGULAR = 1e-6;
// A trajectory whose net way is a smaller share of its path than this goes to and fro.
const STRAIGHT = 0.25;

@group(1) @binding(0) var<storage, read_write> counters: array<atomic<u32>>;
// Known minima, one after another, PARAMETERS numbers each.
@group(1) @binding(1) var<storage, read> landmarks: array<f32>;

override WORKGROUP = 64u;

var<workgroup> tally: array<atomic<u32>, 7>;

@compute @workgroup_size(WORKGROUP)
fn measure(
  @builtin(global_invocation_id) id: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell < run.cells) {
    measure_cell(cell);
  }
  workgroupBarrier();
  if (local < OUTCOMES + 1u) {
    let count = atomicLoad(&tally[local]);
    if (count > 0u) {
      atomicAdd(&counters[2u * BINS + local], count);
    }
  }
}

fn measure_cell(cell: u32) {
  let k = knobs_of(cell);
  let carry = load_carry(cell);
  let theta = add(k.start, carry.displacement);
  let at = objective(theta);
  let norm = norm_of(at.gradient);
  let living = tallies[DIVERGED_AT * run.cells + cell] == NEVER;
  let inside_bounds = inside(theta, at.loss);
  if (living && !inside_bounds) {
    tallies[DIVERGED_AT * run.cells + cell] = run.step;
  }
  values[LOSS * run.cells + cell] = at.loss;
  values[GRADIENT_NORM * run.cells + cell] = norm;
  var outcome = DIVERGED;
  if (living && inside_bounds) {
    values[BEST * run.cells + cell] = min(values[BEST * run.cells + cell], at.loss);
    if (at.loss <= run.target_loss && tallies[ARRIVED_AT * run.cells + cell] == NEVER) {
      tallies[ARRIVED_AT * run.cells + cell] = run.step;
    }
    if ((run.flags & RECORDING) != 0u) {
      follow(cell, k, carry, theta, at);
    }
    outcome = outcome_of(cell, theta, at, norm);
    atomicAdd(&counters[loss_bin(at.loss - run.floor_loss)], 1u);
    atomicAdd(&counters[BINS + bin_of(norm)], 1u);
  }
  tallies[OUTCOME * run.cells + cell] = outcome;
  atomicAdd(&tally[outcome & 0xffu], 1u);
  if (tallies[ARRIVED_AT * run.cells + cell] != NEVER) {
    atomicAdd(&tally[OUTCOMES], 1u);
  }
}

// Whether a trajectory still descends is told over windows of several records: it oscillates where its path is long for the way it made, or where it
// made way and the loss did not fall. The path is sampled: the next step's length at each record, times the steps between.
fn follow(cell: u32, k: Knobs, carry: Carry, theta: Vector, at: Evaluated) {
  let g = noisy(at.gradient, k, cell, run.step + 1u);
  let update = update_of(theta, g, carry.states, k, f32(run.step) + 1.0);
  let path = values[PATH * run.cells + cell] + run.interval * size_of(scaled(update.u, update.eta));
  values[PATH * run.cells + cell] = path;
  if ((run.flags & WINDOW_END) == 0u) {
    return;
  }
  let way = size_of(subtract(carry.displacement, load_vector(ANCHOR, cell)));
  let still_falls = at.loss < values[ANCHOR_LOSS * run.cells + cell];
  tallies[MOTION * run.cells + cell] = select(OSCILLATING, CRAWLING, way >= STRAIGHT * path && still_falls);
  values[PATH * run.cells + cell] = 0.0;
  values[ANCHOR_LOSS * run.cells + cell] = at.loss;
  for (var i = 0u; i < PARAMETERS; i++) {
    values[(ANCHOR + i) * run.cells + cell] = carry.displacement[i];
  }
}

fn outcome_of(cell: u32, theta: Vector, at: Evaluated, norm: f32) -> u32 {
  if (at.loss <= run.target_loss) {
    return CONVERGED | (nearest_minimum(theta, true) << 16u);
  }
  let spectrum = spectrum_of(hessian_of(theta), at.gradient);
  var lowest = HUGE;
  var largest = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    lowest = min(lowest, spectrum.eigenvalues[i]);
    largest = max(largest, abs(spectrum.eigenvalues[i]));
  }
  let zero = SINGULAR * largest;
  // Distance to the stationary point of the local quadratic model: what "small" means for a gradient does not depend on the loss's scale.
  var distance = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    let away = spectrum.components[i] / max(abs(spectrum.eigenvalues[i]), max(zero, 1e-30));
    distance += away * away;
  }
  let near = largest > 0.0 && distance <= run.distance * run.distance;
  if (norm > run.gradient && !near) {
    let motion = tallies[MOTION * run.cells + cell];
    return select(motion, CRAWLING, motion == 0u);
  }
  if (lowest > zero && largest * run.distance > run.gradient * 1e-3) {
    return CONVERGED | (nearest_minimum(theta, false) << 16u);
  }
  return select(FLAT, SADDLE, lowest < -zero && largest * run.distance > run.gradient * 1e-3);
}

// The known minimum nearest to a trajectory; one farther off than ten times run.distance only where `any` is asked for.
fn nearest_minimum(theta: Vector, any: bool) -> u32 {
  var nearest = UNKNOWN_MINIMUM;
  var least = select(100.0 * run.distance * run.distance, HUGE, any);
  for (var m = 0u; m < run.minima; m++) {
    var square = 0.0;
    for (var i = 0u; i < PARAMETERS; i++) {
      let away = theta[i] - landmarks[m * PARAMETERS + i];
      square += away * away;
    }
    if (square <= least) {
      least = square;
      nearest = m;
    }
  }
  return nearest;
}

// A norm whose squares neither overflow nor vanish.
fn norm_of(v: Vector) -> f32 {
  var largest = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    largest = max(largest, abs(v[i]));
  }
  if (largest == 0.0) {
    return 0.0;
  }
  return largest * sqrt(square_norm(scaled(v, 1.0 / largest)));
}

// Eight bins for each power of two from 2^-64 up to 2^64; the first also holds zero and below, the last everything above.
fn bin_of(value: f32) -> u32 {
  let octave = i32(bitcast<u32>(max(value, 0.0)) >> 20u) - 8 * (127 - 64);
  return u32(clamp(octave, 0, i32(BINS) - 1));
}

// Where no floor is known a loss may be of either sign: half of the bins, half as fine, for each.
fn loss_bin(value: f32) -> u32 {
  if ((run.flags & SIGNED) == 0u) {
    return bin_of(value);
  }
  let size = bin_of(abs(value)) / 2u;
  return select(BINS / 2u + size, BINS / 2u - 1u - size, value < 0.0);
}
