// The squared distance of a row's outputs from its targets; its derivatives by the last layer's sums take the outputs' place.

fn compared(at: u32, row: u32) -> f32 {
  let share = share_of_row();
  var loss = 0.0;
  for (var output = 0u; output < OUTPUTS; output++) {
    let place = (OUTPUT + output) * TILE + at;
    let h = numbers[place];
    let away = h - table[(INPUTS + output) * ROWS + row];
    loss += away * away;
    numbers[place] = 2.0 * share * away * slope(LAST_ACTIVATION, h);
  }
  return loss;
}
