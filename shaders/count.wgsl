// What a measurement counts of the cells: histograms of loss, gradient norm and effective step, outcomes, arrivals.

// Counters: BINS of the loss, of the gradient norm and of the effective step, then OUTCOMES numbers of cells, then the number that have reached the
// target.
const BINS = 1024u;
const HISTOGRAMS = 3u * BINS;
const OUTCOMES = 6u;
const CONVERGED = 0u;
const SADDLE = 1u;
const FLAT = 2u;
const OSCILLATING = 3u;
const CRAWLING = 4u;
const DIVERGED = 5u;
// A trajectory whose net way is a smaller share of its path than this goes to and fro.
const STRAIGHT = 0.25;

@group(1) @binding(0) var<storage, read_write> counters: array<atomic<u32>>;

// Counts a cell at a step.
fn count_cell(outcome: u32, alive: bool, arrived_at: u32, loss: f32, norm: f32, pace: Pace) {
  atomicAdd(&counters[HISTOGRAMS + outcome], 1u);
  if (arrived_at != NEVER) {
    atomicAdd(&counters[HISTOGRAMS + OUTCOMES], 1u);
  }
  if (alive) {
    atomicAdd(&counters[loss_bin(loss - run.from_loss)], 1u);
    atomicAdd(&counters[BINS + bin_of(norm)], 1u);
    if (pace.moving) {
      atomicAdd(&counters[2u * BINS + bin_of(pace.effective)], 1u);
    }
  }
}

// What a trajectory's motion is, as far as is known, how long its next step is beside the gradient that it is made from, and whether there is one.
struct Pace { motion: u32, effective: f32, moving: bool }

// Eight bins for each power of two from 2^-64 up to 2^64; the first also holds zero and below, the last everything above.
fn bin_of(value: f32) -> u32 {
  let octave = i32(bitcast<u32>(max(value, 0.0)) >> 20u) - 8 * (127 - 64);
  return u32(clamp(octave, 0, i32(BINS) - 1));
}

// Where no minimum is known a loss may lie below the least one found: half of the bins, half as fine, for each side.
fn loss_bin(value: f32) -> u32 {
  let size = bin_of(abs(value)) / 2u;
  let either = select(BINS / 2u + size, BINS / 2u - 1u - size, value < 0.0);
  return select(bin_of(value), either, (run.flags & SIGNED) != 0u);
}
