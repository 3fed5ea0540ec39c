// What every pass over a population shares: the run's numbers, the buffers, and how a cell is found and read.

struct Run {
  cells: u32,        // trajectories in the buffers
  first: u32,        // number of the first of them in the whole grid
  columns: u32,      // cells in a row of the grid
  flags: u32,        // WINDOW_END, SIGNED
  seed: u32,
  step: u32,         // updates made before this pass
  count: u32,        // updates to make in this pass
  row_knobs: u32,    // where the rows' knobs begin
  cell_knobs: u32,   // where the cells' knobs begin
  begin: u32,        // the first cell of this pass, where a pass takes but a part of them
  tail: u32,         // updates before a run's last ones, whose losses tell whether it has converged
  escape: f32,       // square of the escape radius
  bound: f32,        // largest size of a loss
  target_loss: f32,
  from_loss: f32,    // what the loss histogram counts from
  gradient: f32,     // norm at which a gradient has vanished
  distance: f32,     // distance at which a stationary point is reached
  interval: f32,     // steps since the last record; 0 where this is none
  steep: f32,        // a gradient's norm above which no stationary point is near
  per_step: f32,     // 1 over what effective steps are counted against
}

@group(0) @binding(0) var<uniform> run: Run;
// What tells one cell from another: values for all cells, then those of each column, of each row, of each cell.
@group(0) @binding(1) var<storage, read> knobs: array<f32>;
// Floats of a cell, slot by slot: values[slot * run.cells + cell]; of layered networks cell by cell: values[cell * SLOTS + slot].
@group(0) @binding(2) var<storage, read_write> values: array<f32>;
// Integers of a cell, slot by slot.
@group(0) @binding(3) var<storage, read_write> tallies: array<u32>;
// Data table of the objective, row by row; of layered networks column by column.
@group(0) @binding(4) var<storage, read> table: array<f32>;

const WINDOW_END = 1u;
const SIGNED = 2u;

// Slots of `values`. The displacement from an origin, at first the start, is kept and not the position: small steps are not lost below the
// position's last digit.
const DISPLACEMENT = 0u;
const ORIGIN = PARAMETERS;
const BEST = 2u * PARAMETERS;
const LOSS = 2u * PARAMETERS + 1u;
const GRADIENT_NORM = 2u * PARAMETERS + 2u;
const PATH = 2u * PARAMETERS + 3u;
const ANCHOR_LOSS = 2u * PARAMETERS + 4u;
const ANCHOR = 2u * PARAMETERS + 5u;
const FIRST_STATE = 3u * PARAMETERS + 5u;

// Slots of `tallies`.
const DIVERGED_AT = 0u;
const ARRIVED_AT = 1u;
const MOTION = 2u;
const OUTCOME = 3u;
const NEVER = 0xffffffffu;

// The bounds of a trajectory, as bits.
struct Limits { escape: u32, bound: u32 }

fn limits_of_run() -> Limits {
  return Limits(bitcast<u32>(run.escape), bitcast<u32>(run.bound));
}

// Whether a trajectory at a squared distance from the origin and with a loss is still inside its bounds. Compared as bits: NaN and infinity lie above every bound, whatever
// the compiler assumes of them.
fn within(square: f32, loss: f32, limits: Limits) -> bool {
  return (bitcast<u32>(square) <= limits.escape) & (bitcast<u32>(abs(loss)) <= limits.bound);
}
