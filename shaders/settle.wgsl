// Runs of Levenberg's and Marquardt's method down |gradient|^2 to critical points, a thread for each, some rounds of it. A round looks at the place that the
// step before leads to, takes it if the gradient is shorter there, and makes the next step. The damping follows Nielsen (1999).

struct Settle {
  count: u32,       // runs
  rounds: u32,      // to make in this pass
  last: u32,        // 1 where this pass is the last one: what was found is told, and no step made after it
  longest: f32,     // a step's length at most
  begin: u32,       // 1 where this pass is the first one
}

@group(0) @binding(0) var<uniform> run: Settle;
// Numbers of a run, slot by slot: states[slot * run.count + cell].
@group(0) @binding(1) var<storage, read_write> states: array<f32>;
// The Hessians at the end, matrix by matrix.
@group(0) @binding(2) var<storage, read_write> matrices: array<f32>;
@group(0) @binding(3) var<storage, read> table: array<f32>;
// What each parameter is measured in: the gradient, the Hessian and steps are told in these units.
@group(0) @binding(4) var<storage, read> units: array<f32>;

// Slots of `states`: where the run is, where it may go next, the gradient where it is.
const PLACE = 0u;
const NEXT = PARAMETERS;
const GRADIENT = 2u * PARAMETERS;
const LOSS = 3u * PARAMETERS;
// |gradient|^2, by how much the step to the next place should lower it, the damping's square root, and what it grows by.
const SQUARE = LOSS + 1u;
const EXPECTED = LOSS + 2u;
const DAMPING = LOSS + 3u;
const GROWTH = LOSS + 4u;
// The norm of the Hessian times the gradient, told at the end.
const PUSH = LOSS + 5u;

// More than any loss, size of a Hessian, or square of a gradient that a run may begin at.
const NONE = 1e38;
// The damping at first, beside the largest square of the Hessian's rows.
const FIRST = 1e-3;
// The largest damping that numbers may have.
const HUGE_DAMPING = 1e15;

fn load(slot: u32, cell: u32) -> Vector {
  var v: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    v[i] = states[(slot + i) * run.count + cell];
  }
  return v;
}

fn store(slot: u32, cell: u32, v: Vector) {
  for (var i = 0u; i < PARAMETERS; i++) {
    states[(slot + i) * run.count + cell] = v[i];
  }
}

@compute @workgroup_size(64)
fn settle(@builtin(global_invocation_id) id: vec3u) {
  let cell = id.x;
  if (cell >= run.count) {
    return;
  }
  let begins = run.begin != 0u;
  var theta = load(PLACE, cell);
  var next = load(select(NEXT, PLACE, begins), cell);
  var g = load(GRADIENT, cell);
  var loss = states[LOSS * run.count + cell];
  var square = select(states[SQUARE * run.count + cell], NONE, begins);
  var expected = select(states[EXPECTED * run.count + cell], 2.0 * NONE, begins);
  var damping = states[DAMPING * run.count + cell];
  var growth = select(states[GROWTH * run.count + cell], 2.0, begins);
  for (var round = 0u; round < run.rounds; round++) {
    let at = objective(next);
    var there: Vector;
    for (var i = 0u; i < PARAMETERS; i++) {
      there[i] = at.gradient[i] * units[i];
    }
    let after = square_norm(there);
    // Compared as bits: NaN and infinity lie above every number.
    if (bitcast<u32>(after) < bitcast<u32>(square) && bitcast<u32>(abs(at.loss)) < bitcast<u32>(NONE)) {
      let gain = 2.0 * (square - after) / expected - 1.0;
      damping *= sqrt(max(1.0 / 3.0, 1.0 - gain * gain * gain));
      growth = 2.0;
      theta = next;
      g = there;
      square = after;
      loss = at.loss;
    } else {
      damping = min(damping * sqrt(growth), HUGE_DAMPING);
      growth = min(2.0 * growth, HUGE_DAMPING);
    }
    var hessian = hessian_of(theta);
    var size = 0.0;
    var steepest = 0.0;
    for (var i = 0u; i < PARAMETERS; i++) {
      var row = 0.0;
      for (var j = 0u; j < PARAMETERS; j++) {
        let entry = hessian[i * PARAMETERS + j] * units[i] * units[j];
        hessian[i * PARAMETERS + j] = entry;
        size += abs(entry);
        row += entry * entry;
      }
      steepest = max(steepest, row);
    }
    if (begins && round == 0u) {
      damping = sqrt(FIRST * steepest);
    }
    if (run.last != 0u && round + 1u == run.rounds) {
      tell(cell, hessian, g);
    } else if (bitcast<u32>(size) < bitcast<u32>(NONE) && square < NONE) {
      let step = step_of(hessian, g, damping, size, run.longest);
      expected = -gain_of(hessian, g, step);
      for (var i = 0u; i < PARAMETERS; i++) {
        next[i] = theta[i] + step[i] * units[i];
      }
    } else {
      next = theta;
    }
  }
  store(PLACE, cell, theta);
  store(NEXT, cell, next);
  store(GRADIENT, cell, g);
  states[LOSS * run.count + cell] = loss;
  states[SQUARE * run.count + cell] = square;
  states[EXPECTED * run.count + cell] = expected;
  states[DAMPING * run.count + cell] = damping;
  states[GROWTH * run.count + cell] = growth;
}

fn tell(cell: u32, hessian: Matrix, g: Vector) {
  var push: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    push[i] = 0.0;
    for (var j = 0u; j < PARAMETERS; j++) {
      let entry = hessian[i * PARAMETERS + j];
      push[i] += entry * g[j];
      matrices[(cell * PARAMETERS + i) * PARAMETERS + j] = entry;
    }
  }
  states[PUSH * run.count + cell] = sqrt(square_norm(push));
}
