// The work of tiles.wgsl on one tile and one layer: its sums and what comes out of them, the gradient of its weights, the derivatives that go back to the layer below.

// A thread takes four rows of a tile, which lie so far apart: neighbouring threads then read neighbouring numbers.
const QUARTER = TILE / 4u;

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
