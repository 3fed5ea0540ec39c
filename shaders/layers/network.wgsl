// Loss and gradient of a network whose layers are data, by a workgroup: forward and backward through the layers, tile by tile of the rows. The generated text
// before it has the layers (`forward_layers`, `backward_layers`) and their sizes. Whatever the tiles are, each sum is added up in the same order every time.

// A layer. Its inputs are the numbers of a row from place `input` on: what comes out of the layer below, times this layer's factor, and 1 for the biases; what comes out of
// it lies from place `output` on, times the factor of the layer above. A unit's weights, then its bias, are `inputs` parameters, the first unit's from `offset` on.
struct Layer { inputs: u32, units: u32, offset: u32, input: u32, output: u32, activation: u32, factor: f32 }

const TANH = 0u;
const RELU = 1u;
const SIGMOID = 2u;
const LINEAR = 3u;

// A thread takes four rows of a tile, which lie so far apart: neighbouring threads then read neighbouring numbers.
const QUARTER = TILE / 4u;

// Position and gradient, parameter by parameter. A gradient is summed up in SPLITS parts, over every SPLITS-th row of a tile each, so that more threads take part.
var<workgroup> weights: array<f32, PARAMETERS>;
var<workgroup> gradients: array<f32, PARAMETERS * SPLITS>;
// Numbers of a tile's rows: numbers[place * TILE + row]. On the way back, derivatives by a layer's sums take the place of what came out of it.
var<workgroup> numbers: array<f32, PLACES * TILE>;
var<workgroup> partial: array<vec4f, WORKGROUP>;
var<workgroup> reduced: vec4f;
var<workgroup> flag: u32;

// A norm as the size of a vector's largest component, and the sum of the squares over its square: nothing overflows or vanishes.
struct Norm { size: f32, squares: f32 }

fn with_component(norm: Norm, value: f32) -> Norm {
  return joined(norm, Norm(abs(value), 1.0));
}

fn joined(a: Norm, b: Norm) -> Norm {
  let size = max(a.size, b.size);
  let x = a.size / max(size, 1e-37);
  let y = b.size / max(size, 1e-37);
  return Norm(size, a.squares * x * x + b.squares * y * y);
}

fn length_of(norm: Norm) -> f32 {
  return norm.size * sqrt(norm.squares);
}

// The sum of a vector that every thread has a part of, the same for all of them.
fn total(id: u32, part: vec4f) -> vec4f {
  partial[id] = part;
  workgroupBarrier();
  if (id == 0u) {
    var sum = partial[0];
    for (var i = 1u; i < WORKGROUP; i++) {
      sum += partial[i];
    }
    reduced = sum;
  }
  return workgroupUniformLoad(&reduced);
}

// Before the first evaluation: the inputs that biases are weights of.
fn set_ones(id: u32) {
  for (var n = id; n < ONES * TILE; n += WORKGROUP) {
    numbers[ones_place(n / TILE) * TILE + n % TILE] = 1.0;
  }
}

// Loss over the rows, with the gradient in parts, at `weights`, which every thread has written its own of. The loss is each thread's part of it.
fn differentiate(id: u32) -> f32 {
  for (var p = id; p < PARAMETERS; p += WORKGROUP) {
    for (var split = 0u; split < SPLITS; split++) {
      gradients[p * SPLITS + split] = 0.0;
    }
  }
  var loss = 0.0;
  // One phase after another with one barrier in the text: a software adapter's compiler takes long for each.
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

// Adds up the parts of the gradient of a thread's own parameters, with the weights' decay; comes after `differentiate`.
fn gather(p: u32) {
  var sum = gradients[p * SPLITS];
  for (var split = 1u; split < SPLITS; split++) {
    sum += gradients[p * SPLITS + split];
  }
  gradients[p * SPLITS] = sum + decay_of(p) * weights[p];
}

fn four_rows(place: u32, row: u32) -> vec4f {
  let at = place * TILE + row;
  return vec4f(numbers[at], numbers[at + QUARTER], numbers[at + 2u * QUARTER], numbers[at + 3u * QUARTER]);
}

fn keep_rows(place: u32, row: u32, values: vec4f) {
  let at = place * TILE + row;
  numbers[at] = values.x;
  numbers[at + QUARTER] = values.y;
  numbers[at + 2u * QUARTER] = values.z;
  numbers[at + 3u * QUARTER] = values.w;
}

// Units from which on a thread takes four of them.
const WIDE = 4u;

fn forward_layer(layer: Layer, id: u32) {
  if (layer.units >= WIDE) {
    forward(layer, id);
  } else {
    forward_narrow(layer, id);
  }
}

fn collect_layer(layer: Layer, id: u32) {
  if (layer.units >= WIDE) {
    collect(layer, id);
  } else {
    collect_narrow(layer, id);
  }
}

// Four units and four rows a thread.
fn forward(layer: Layer, id: u32) {
  let blocks = (layer.units + 3u) / 4u * QUARTER;
  for (var block = id; block < blocks; block += WORKGROUP) {
    let row = block % QUARTER;
    let unit = 4u * (block / QUARTER);
    let last = layer.units - 1u;
    let a = layer.offset + unit * layer.inputs;
    let b = layer.offset + min(unit + 1u, last) * layer.inputs;
    let c = layer.offset + min(unit + 2u, last) * layer.inputs;
    let d = layer.offset + min(unit + 3u, last) * layer.inputs;
    var za = vec4f();
    var zb = vec4f();
    var zc = vec4f();
    var zd = vec4f();
    for (var i = 0u; i < layer.inputs; i++) {
      let x = four_rows(layer.input + i, row);
      za += weights[a + i] * x;
      zb += weights[b + i] * x;
      zc += weights[c + i] * x;
      zd += weights[d + i] * x;
    }
    // A loop, for a compiler that must read the functions four times takes four times as long.
    var z = array(za, zb, zc, zd);
    for (var j = 0u; j < min(4u, layer.units - unit); j++) {
      keep_rows(layer.output + unit + j, row, layer.factor * activated(layer.activation, z[j]));
    }
  }
}

// One unit and four rows a thread, of layers with few units.
fn forward_narrow(layer: Layer, id: u32) {
  for (var block = id; block < layer.units * QUARTER; block += WORKGROUP) {
    let row = block % QUARTER;
    let unit = block / QUARTER;
    let a = layer.offset + unit * layer.inputs;
    var z = vec4f();
    for (var i = 0u; i < layer.inputs; i++) {
      z += weights[a + i] * four_rows(layer.input + i, row);
    }
    keep_rows(layer.output + unit, row, layer.factor * activated(layer.activation, z));
  }
}

// Adds a tile's part of the gradient of four units' weights of four inputs a thread.
fn collect(layer: Layer, id: u32) {
  let wide = (layer.inputs + 3u) / 4u;
  let blocks = wide * ((layer.units + 3u) / 4u) * SPLITS;
  for (var block = id; block < blocks; block += WORKGROUP) {
    let split = block % SPLITS;
    let pair = block / SPLITS;
    let input = 4u * (pair % wide);
    let unit = 4u * (pair / wide);
    let furthest = layer.inputs - 1u;
    let last = layer.units - 1u;
    let xa = (layer.input + input) * TILE;
    let xb = (layer.input + min(input + 1u, furthest)) * TILE;
    let xc = (layer.input + min(input + 2u, furthest)) * TILE;
    let xd = (layer.input + min(input + 3u, furthest)) * TILE;
    let da = (layer.output + unit) * TILE;
    let db = (layer.output + min(unit + 1u, last)) * TILE;
    let dc = (layer.output + min(unit + 2u, last)) * TILE;
    let dd = (layer.output + min(unit + 3u, last)) * TILE;
    var ga = vec4f();
    var gb = vec4f();
    var gc = vec4f();
    var gd = vec4f();
    for (var row = split; row < TILE; row += SPLITS) {
      let x = vec4f(numbers[xa + row], numbers[xb + row], numbers[xc + row], numbers[xd + row]);
      ga += numbers[da + row] * x;
      gb += numbers[db + row] * x;
      gc += numbers[dc + row] * x;
      gd += numbers[dd + row] * x;
    }
    var g = array(ga, gb, gc, gd);
    for (var j = 0u; j < min(4u, layer.units - unit); j++) {
      add_gradients(layer.offset + (unit + j) * layer.inputs + input, split, layer.inputs - input, g[j]);
    }
  }
}

// The same of one unit's weights of four inputs a thread.
fn collect_narrow(layer: Layer, id: u32) {
  let wide = (layer.inputs + 3u) / 4u;
  for (var block = id; block < wide * layer.units * SPLITS; block += WORKGROUP) {
    let split = block % SPLITS;
    let pair = block / SPLITS;
    let input = 4u * (pair % wide);
    let unit = pair / wide;
    let furthest = layer.inputs - 1u;
    let xa = (layer.input + input) * TILE;
    let xb = (layer.input + min(input + 1u, furthest)) * TILE;
    let xc = (layer.input + min(input + 2u, furthest)) * TILE;
    let xd = (layer.input + min(input + 3u, furthest)) * TILE;
    let da = (layer.output + unit) * TILE;
    var g = vec4f();
    for (var row = split; row < TILE; row += SPLITS) {
      g += numbers[da + row] * vec4f(numbers[xa + row], numbers[xb + row], numbers[xc + row], numbers[xd + row]);
    }
    add_gradients(layer.offset + unit * layer.inputs + input, split, layer.inputs - input, g);
  }
}

// Adds to up to four parameters one after another.
fn add_gradients(p: u32, split: u32, count: u32, values: vec4f) {
  let at = p * SPLITS + split;
  gradients[at] += values.x;
  if (count > 1u) {
    gradients[at + SPLITS] += values.y;
  }
  if (count > 2u) {
    gradients[at + 2u * SPLITS] += values.z;
  }
  if (count > 3u) {
    gradients[at + 3u * SPLITS] += values.w;
  }
}

// Derivatives by the sums of the layer below: four of its units and four rows a thread.
fn pull(layer: Layer, below: Layer, id: u32) {
  let blocks = (below.units + 3u) / 4u * QUARTER;
  for (var block = id; block < blocks; block += WORKGROUP) {
    let row = block % QUARTER;
    let unit = 4u * (block / QUARTER);
    let last = below.units - 1u;
    let a = layer.offset + unit;
    let b = layer.offset + min(unit + 1u, last);
    let c = layer.offset + min(unit + 2u, last);
    let d = layer.offset + min(unit + 3u, last);
    var za = vec4f();
    var zb = vec4f();
    var zc = vec4f();
    var zd = vec4f();
    for (var above = 0u; above < layer.units; above++) {
      let delta = four_rows(layer.output + above, row);
      let w = above * layer.inputs;
      za += weights[a + w] * delta;
      zb += weights[b + w] * delta;
      zc += weights[c + w] * delta;
      zd += weights[d + w] * delta;
    }
    var z = array(za, zb, zc, zd);
    for (var j = 0u; j < min(4u, below.units - unit); j++) {
      turn_rows(layer.input + unit + j, row, below.activation, below.factor, z[j]);
    }
  }
}

// Puts derivatives by a unit's sums in place of what came out of it.
fn turn_rows(place: u32, row: u32, activation: u32, factor: f32, delta: vec4f) {
  let h = four_rows(place, row) / factor;
  let slopes = vec4f(slope(activation, h.x), slope(activation, h.y), slope(activation, h.z), slope(activation, h.w));
  keep_rows(place, row, factor * delta * slopes);
}
