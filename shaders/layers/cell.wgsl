// A layered network's cell: a workgroup has it, and a thread every WORKGROUP-th parameter of it, in all passes' loops over the parameters.

// Of the cell at hand: its number among the trajectories in the buffers, and where its numbers begin in `values`.
var<private> cell: u32;
var<private> base: u32;

const RATIO_FIRST = FIRST_STATE + STATE_SLOTS;
const RATIO_SUM = RATIO_FIRST + 1u;
const RATIO_INVERSE = RATIO_FIRST + 2u;
const RATIO_TAIL = RATIO_FIRST + 3u;
const SLOTS = RATIO_FIRST + 4u;

// Takes a workgroup's cell; false where there is none.
fn take_cell(group: vec3u, groups: vec3u) -> bool {
  cell = run.begin + group.y * groups.x + group.x;
  base = cell * SLOTS;
  return run.begin + group.y * groups.x + group.x < run.cells;
}

// What tells one cell from another, of the cell at hand: the noise, then what depends on hyperparameters alone.
var<workgroup> knob: array<f32, KNOBS>;

fn take_knobs(id: u32) {
  for (var k = id; k < KNOBS; k += WORKGROUP) {
    knob[k] = knob_at(PARAMETERS + k);
  }
  workgroupBarrier();
}

fn start_of(p: u32) -> f32 {
  return knob_at(p);
}

// Starts, noise, and the others: a code tells which group of the knobs one is in, and which entry of it.
fn knob_at(k: u32) -> f32 {
  let code = u32(table[CODES + k]);
  let number = run.first + cell;
  var at = code / 4u;
  switch (code % 4u) {
    case 0u: { }
    case 1u: { at += COLUMN_KNOBS + number % run.columns * KNOBS_OF_COLUMN; }
    case 2u: { at += run.row_knobs + number / run.columns * KNOBS_OF_ROW; }
    default: { at += run.cell_knobs + number * KNOBS_OF_CELL; }
  }
  return knobs[at];
}

fn position_of(p: u32) -> f32 {
  return values[base + ORIGIN + p] + values[base + DISPLACEMENT + p];
}

// Position, loss and the squares of the position: the loss with the weights' decay, the sum of squares, the same for all threads. The gradient is in `gradients` then.
struct Found { loss: f32, square: f32 }

fn evaluate_cell(id: u32) -> Found {
  var squares = 0.0;
  var decay = 0.0;
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    let theta = position_of(p);
    weights[p] = theta;
    squares += theta * theta;
    decay += 0.5 * decay_of(p) * theta * theta;
  }
  let loss = differentiate(id);
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    gather(p);
  }
  let sum = total(id, vec4f(loss, decay, squares, 0.0));
  return Found(sum.x + sum.y, sum.z);
}
