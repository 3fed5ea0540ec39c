// The logistic loss of a row's outputs, its targets from 0 to 1; its derivatives by the last layer's sums take the outputs' place.

fn compared(at: u32, row: u32) -> f32 {
  let share = share_of_row();
  var loss = 0.0;
  for (var output = 0u; output < OUTPUTS; output++) {
    let place = (OUTPUT + output) * TILE + at;
    let h = numbers[place];
    let y = table[(INPUTS + output) * ROWS + row];
    loss += scree_softplus(h) - y * h;
    numbers[place] = share * (scree_sigmoid(h) - y) * slope(LAST_ACTIVATION, h);
  }
  return loss;
}
