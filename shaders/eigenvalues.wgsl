// Eigenvalues of symmetric matrices by Jacobi rotations, a workgroup for each matrix. The pairs of a round have no index in common, so that all of them
// turn at once: every index meets every other once in a sweep, as in a round-robin tournament (Golub & Van Loan, Matrix Computations, section 8.5).

struct Shape {
  size: u32,     // rows of a matrix, at most MOST
  count: u32,    // matrices
  stride: u32,   // numbers from one matrix to the next
  first: u32,    // numbers before the first
}

@group(0) @binding(0) var<uniform> shape: Shape;
@group(0) @binding(1) var<storage, read> matrices: array<f32>;
@group(0) @binding(2) var<storage, read_write> spectra: array<f32>;

const MOST = 64u;
// Sweeps that reach float32's last digits.
const SWEEPS = 8u;
const THREADS = 64u;

// The lower triangle, row by row: half of what a workgroup's memory holds at least.
var<workgroup> a: array<f32, MOST * (MOST + 1u) / 2u>;
// Sine of each pair's rotation in a round, and that over 1 + cosine.
var<workgroup> turns: array<vec2f, MOST / 2u>;

fn place(i: u32, j: u32) -> u32 {
  let row = max(i, j);
  return row * (row + 1u) / 2u + min(i, j);
}

// Pair number k of a round: the last index meets one after another, the others go round in a circle.
fn pair_of(k: u32, round: u32, players: u32) -> vec2u {
  let circle = players - 1u;
  let one = (round + k) % circle;
  return vec2u(one, select((round + circle - k) % circle, circle, k == 0u));
}

@compute @workgroup_size(THREADS)
fn eigenvalues(
  @builtin(workgroup_id) group: vec3u,
  @builtin(num_workgroups) groups: vec3u,
  @builtin(local_invocation_index) thread: u32,
) {
  let number = group.y * groups.x + group.x;
  let size = shape.size;
  // With an odd number of rows there is one more, of zeros, that nothing turns with.
  let players = size + size % 2u;
  let pairs = players / 2u;
  let begin = shape.first + min(number, shape.count - 1u) * shape.stride;
  for (var i = 0u; i < players; i++) {
    for (var j = thread; j <= i; j += THREADS) {
      a[place(i, j)] = select(0.0, matrices[begin + i * size + j], i < size);
    }
  }
  for (var sweep = 0u; sweep < SWEEPS; sweep++) {
    for (var round = 0u; round + 1u < players; round++) {
      workgroupBarrier();
      if (thread < pairs) {
        turns[thread] = turn_pair(pair_of(thread, round, players));
      }
      workgroupBarrier();
      // Each two pairs have a block of four entries in common: pair `one`, and the one `step` places on.
      for (var block = thread + pairs; block < pairs * (pairs / 2u + 1u); block += THREADS) {
        let one = block % pairs;
        let step = block / pairs;
        if (2u * step == pairs && one >= step) {
          continue;
        }
        let other = (one + step) % pairs;
        turn_block(pair_of(one, round, players), turns[one], pair_of(other, round, players), turns[other]);
      }
    }
  }
  workgroupBarrier();
  if (number < shape.count && thread < size) {
    spectra[number * size + thread] = a[place(thread, thread)];
  }
}

// Turns the plane of two axes so that the entry between them becomes 0; gives the sine, and the sine over 1 + cosine.
fn turn_pair(pair: vec2u) -> vec2f {
  let p = place(pair.x, pair.x);
  let q = place(pair.y, pair.y);
  let pq = place(pair.x, pair.y);
  let off = a[pq];
  // Below this the rotation would change nothing.
  if (abs(off) <= 1e-9 * (abs(a[p]) + abs(a[q]))) {
    return vec2f();
  }
  let ratio = 0.5 * (a[q] - a[p]) / off;
  let t = select(-1.0, 1.0, ratio >= 0.0) / (abs(ratio) + sqrt(1.0 + ratio * ratio));
  a[p] -= t * off;
  a[q] += t * off;
  a[pq] = 0.0;
  let c = 1.0 / sqrt(1.0 + t * t);
  return vec2f(t * c, t * c / (1.0 + c));
}

// Turns the entries between two pairs of axes from both sides.
fn turn_block(rows: vec2u, down: vec2f, columns: vec2u, across: vec2f) {
  let pr = place(rows.x, columns.x);
  let ps = place(rows.x, columns.y);
  let qr = place(rows.y, columns.x);
  let qs = place(rows.y, columns.y);
  let left = turned(down, vec2f(a[pr], a[qr]));
  let right = turned(down, vec2f(a[ps], a[qs]));
  let top = turned(across, vec2f(left.x, right.x));
  let bottom = turned(across, vec2f(left.y, right.y));
  a[pr] = top.x;
  a[ps] = top.y;
  a[qr] = bottom.x;
  a[qs] = bottom.y;
}

// Two components turned. Written as small changes of them: with products of the cosine, rounding errors would make vectors longer with every rotation.
fn turned(by: vec2f, v: vec2f) -> vec2f {
  return v + by.x * vec2f(-v.y - by.y * v.x, v.x - by.y * v.y);
}
