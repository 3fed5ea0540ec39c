// In place of tiles.wgsl on an adapter that is a program, where a workgroup's threads are the lanes of a processor's vector: loss and gradient of a layered network, each thread with
// rows of its own. There a number at an address that is found at run time costs eighty instructions, one at a fixed place of a thread's own memory a single one. So the way of TILE
// rows through all layers is written out, number by number (`through`, generated), and weights and gradient are copied to and fro once for all rows.

// A thread's copy of the position, its rows' part of the gradient, and their outputs: numbers[output * TILE + row].
var<private> own_weights: array<f32, PARAMETERS>;
var<private> own_gradients: array<f32, PARAMETERS>;
var<private> numbers: array<f32, OUTPUTS * TILE>;
// The threads' parts of some parameters' gradient.
var<workgroup> parts: array<f32, PART * WORKGROUP>;

fn set_ones(id: u32) {}

// Loss over the rows, with the gradient, at `weights`, which every thread has written its own of. The loss is each thread's part of it.
fn differentiate(id: u32) -> f32 {
  workgroupBarrier();
  for (var p = 0u; p < PARAMETERS; p++) {
    own_weights[p] = weights[p];
    own_gradients[p] = 0.0;
  }
  var loss = 0.0;
  let count = rows_to_look_at(id);
  for (var first = id * TILE; first < count; first += WORKGROUP * TILE) {
    loss += through(first, count);
  }
  for (var begin = 0u; begin < PARAMETERS; begin += PART) {
    let some = min(PART, PARAMETERS - begin);
    for (var p = 0u; p < some; p++) {
      parts[p * WORKGROUP + id] = own_gradients[begin + p];
    }
    workgroupBarrier();
    for (var p = id; p < some; p += WORKGROUP) {
      var sum = parts[p * WORKGROUP];
      for (var thread = 1u; thread < WORKGROUP; thread++) {
        sum += parts[p * WORKGROUP + thread];
      }
      gradients[begin + p] = sum;
    }
    workgroupBarrier();
  }
  return loss * share_of_row();
}
