// In place of all-rows.wgsl where every update is made from rows that are drawn from the data, by hash.wgsl, with replacement.

// What tells draws of rows from draws of noise, which count parameters from 0.
const ROW_DRAWS = 0x80000000u;

// The row of a draw: the upper half of a product of 64 bits, in two parts.
fn row_drawn(draws: u32, draw: u32, rows: u32) -> u32 {
  let hash = pcg(draws + ROW_DRAWS + draw);
  return ((hash >> 16u) * rows + (((hash & 0xffffu) * rows) >> 16u)) >> 16u;
}

fn lesson(theta: Vector, k: Knobs, number: u32) -> Evaluated {
  return drawn_objective(theta, k, draws_of(k.cell, number));
}

fn lesson_beside(at: Evaluated, theta: Vector, k: Knobs, number: u32) -> Evaluated {
  return lesson(theta, k, number);
}

fn lesson_curvature(theta: Vector, k: Knobs, number: u32) -> Vector {
  return drawn_curvature(theta, k, draws_of(k.cell, number));
}

// The loss of a few rows is not the objective's: best losses and arrivals are those of records.
fn tracked(best: f32, loss: f32) -> f32 {
  return best;
}

fn tells_arrivals() -> bool {
  return run.interval > 0.0 || run.step == 0u;
}
