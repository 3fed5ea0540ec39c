// The cross-entropy of a row's outputs, before the softmax; its derivatives by the last layer's sums take the outputs' place. From the largest output on, so that
// nothing overflows.

fn compared(at: u32, row: u32) -> f32 {
  let share = share_of_row();
  var most = numbers[OUTPUT * TILE + at];
  for (var output = 1u; output < OUTPUTS; output++) {
    most = max(most, numbers[(OUTPUT + output) * TILE + at]);
  }
  var sum = 0.0;
  for (var output = 0u; output < OUTPUTS; output++) {
    sum += scree_exp(numbers[(OUTPUT + output) * TILE + at] - most);
  }
  var loss = most + scree_log(sum);
  for (var output = 0u; output < OUTPUTS; output++) {
    let place = (OUTPUT + output) * TILE + at;
    let h = numbers[place];
    let y = table[(INPUTS + output) * ROWS + row];
    loss -= y * h;
    numbers[place] = share * (scree_exp(h - most) / sum - y) * slope(LAST_ACTIVATION, h);
  }
  return loss;
}
