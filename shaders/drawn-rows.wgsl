// In place of all-rows.wgsl where every update is made from rows that are drawn from the data, by hash.wgsl and drawn-row.wgsl.

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
