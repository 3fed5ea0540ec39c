// In place of all-rows.wgsl and whole.wgsl where every update is made from rows that are drawn, by ../hash.wgsl and ../drawn-row.wgsl. A cell is looked at with all
// rows, too.

var<private> drawing: bool;
var<private> draws: u32;
// The last two knobs are the number of rows and the weight of each.

// The same for all threads, as compilers must see, for they wait for one another in the loop over the rows.
var<workgroup> rows_taken: u32;

fn rows_to_look_at(id: u32) -> u32 {
  if (id == 0u) {
    rows_taken = select(ROWS, u32(knob[KNOBS - 2u]), drawing);
  }
  return workgroupUniformLoad(&rows_taken);
}

fn row_at(place: u32) -> u32 {
  if (!drawing) {
    return min(place, ROWS - 1u);
  }
  return row_drawn(draws, place, ROWS);
}

fn share_of_row() -> f32 {
  return SHARE * select(1.0, knob[KNOBS - 1u], drawing);
}

fn lesson(id: u32, step: u32) -> Found {
  drawing = true;
  draws = draws_of(run.first + cell, step);
  let found = evaluate_cell(id);
  drawing = false;
  return found;
}

fn lesson_beside(found: Found, id: u32, step: u32) -> Found {
  return lesson(id, step);
}

// The loss of a few rows is not the objective's: best losses and arrivals are those of records.
fn tracked(best: f32, loss: f32) -> f32 {
  return best;
}

fn tells_arrivals() -> bool {
  return run.interval > 0.0 || run.step == 0u;
}
