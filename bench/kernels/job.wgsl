// What the hand-written kernels share: numbers of the job, and a trajectory's numbers slot by slot.

struct Job {
  cells: u32,
  columns: u32,      // cells in a row of the grid
  count: u32,        // updates to make, from the start
  target_loss: f32,
  low: vec2f,        // the grid's first start and
  gap: vec2f,        // the distance between two
  lr: f32,
  beta1: f32,
  beta2: f32,
  eps: f32,
  escape: f32,       // square of the escape radius
  bound: f32,        // largest size of a loss
}

@group(0) @binding(0) var<uniform> job: Job;
@group(0) @binding(1) var<storage, read_write> values: array<f32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<u32>;

const NEVER = 0xffffffffu;

fn start_of(cell: u32) -> vec2f {
  return job.low + job.gap * vec2f(f32(cell % job.columns), f32(cell / job.columns));
}

// What is kept of a trajectory: where it stands and its four averages.
fn keep(cell: u32, theta: vec2f, m: vec2f, v: vec2f) {
  values[cell] = theta.x;
  values[job.cells + cell] = theta.y;
  values[2u * job.cells + cell] = m.x;
  values[3u * job.cells + cell] = m.y;
  values[4u * job.cells + cell] = v.x;
  values[5u * job.cells + cell] = v.y;
}

// What is told of it: its best loss, the steps at which it arrived and diverged.
fn tell(cell: u32, best: f32, arrived: u32, diverged: u32) {
  values[6u * job.cells + cell] = best;
  tallies[cell] = arrived;
  tallies[job.cells + cell] = diverged;
}
