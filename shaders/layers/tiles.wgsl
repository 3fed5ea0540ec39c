// Loss and gradient of a network whose layers are data, by a workgroup: forward and backward through the layers, tile by tile of the rows. The generated text
// before it has the layers and the sizes; products.wgsl the work on a tile. Whatever the tiles are, each sum is added up in the same order every time.

// A layer. Its inputs are the numbers of a row from place `input` on: what comes out of the layer below, times this layer's factor, and 1 for the biases; what comes out of
// it lies from place `output` on, times the factor of the layer above. A unit's weights, then its bias, are `inputs` parameters, the first unit's from `offset` on.
struct Layer { inputs: u32, units: u32, offset: u32, input: u32, output: u32, activation: u32, factor: f32 }

// Numbers of a tile's rows: numbers[place * TILE + row]. On the way back, derivatives by a layer's sums take the place of what came out of it.
var<workgroup> numbers: array<f32, PLACES * TILE>;

// Before the first evaluation: the inputs that biases are weights of.
fn set_ones(id: u32) {
  for (var n = id; n < ONES * TILE; n += WORKGROUP) {
    numbers[ones_place(n / TILE) * TILE + n % TILE] = 1.0;
  }
}

// Loss over the rows, with the gradient, at `weights`, which every thread has written its own of. The loss is each thread's part of it; the gradient is in SPLITS parts, over
// every SPLITS-th row of a tile each, so that more threads take part.
fn differentiate(id: u32) -> f32 {
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    for (var split = 0u; split < SPLITS; split++) {
      gradients[p * SPLITS + split] = 0.0;
    }
  }
  var loss = 0.0;
  // One phase after another with one barrier in the text: compilers take long for each.
  let phases = 3u * LAYERS + 1u;
  let count = rows_to_look_at(id);
  for (var n = 0u; n < (count + TILE - 1u) / TILE * phases; n++) {
    workgroupBarrier();
    let phase = n % phases;
    let first = n / phases * TILE;
    if (phase == 0u) {
      load_rows(first, count, id);
    } else if (phase <= LAYERS) {
      forward_layer(layers[phase - 1u], id);
    } else if (phase == LAYERS + 1u) {
      loss += compare_rows(first, count, id);
    } else {
      let l = LAYERS - 1u - (phase - LAYERS - 2u) / 2u;
      if ((phase - LAYERS) % 2u == 0u) {
        collect_layer(layers[l], id);
      } else {
        pull(layers[l], layers[l - 1u], id);
      }
    }
  }
  workgroupBarrier();
  return loss * share_of_row();
}

// A tile's inputs.
fn load_rows(first: u32, count: u32, id: u32) {
  for (var n = id; n < INPUTS * TILE; n += WORKGROUP) {
    let place = first + n % TILE;
    numbers[n] = select(0.0, FIRST_FACTOR * table[(n / TILE) * ROWS + row_at(place)], place < count);
  }
}

// The loss of a tile's rows, with its derivatives in place of the outputs: 0 behind the last row.
fn compare_rows(first: u32, count: u32, id: u32) -> f32 {
  var loss = 0.0;
  for (var n = id; n < TILE; n += WORKGROUP) {
    let place = first + n;
    let part = compared(n, row_at(place));
    loss += select(0.0, part, place < count);
    for (var output = 0u; output < OUTPUTS; output++) {
      let at = (OUTPUT + output) * TILE + n;
      numbers[at] = select(0.0, numbers[at], place < count);
    }
  }
  return loss;
}
