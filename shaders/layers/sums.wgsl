// What loss and gradient of a layered network, its update and its measurement share, however the rows are gone through (tiles.wgsl or lanes.wgsl): position and
// gradient, sums over the threads.

// Position and gradient, parameter by parameter; the gradient in SPLITS parts until they are gathered.
var<workgroup> weights: array<f32, PARAMETERS>;
var<workgroup> gradients: array<f32, PARAMETERS * SPLITS>;
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

// Adds up the parts of the gradient of a thread's own parameters, with the weights' decay; comes after `differentiate`.
fn gather(p: u32) {
  var sum = gradients[p * SPLITS];
  for (var split = 1u; split < SPLITS; split++) {
    sum += gradients[p * SPLITS + split];
  }
  gradients[p * SPLITS] = sum + decay_of(p) * weights[p];
}
