// Levenberg's and Marquardt's step.

// Bounds of the damping beside the Hessian's size: below the least it does nothing, above the largest a step does nothing.
const LEAST = 1e-12;
const MOST = 1e12;
// The least size of a Hessian that numbers are divided by.
const TINY = 1e-18;

// An upper triangle row by row, with a right side: row k has the entries k to PARAMETERS.
const TRIANGLE = PARAMETERS * (PARAMETERS + 3u) / 2u;
alias Triangle = array<f32, TRIANGLE>;
fn diagonal_place(k: u32) -> u32 {
  return k * (2u * PARAMETERS + 3u - k) / 2u;
}

// The step s for which |H s + g|^2 + damping^2 |s|^2 is least, shortened to the longest: rows of the Hessian are turned into the triangle that begins as the
// damping's (Givens rotations). The normal equations would square the Hessian's condition number. All in units of the Hessian's size.
fn step_of(hessian: Matrix, g: Vector, damping: f32, size: f32, longest: f32) -> Vector {
  let scale = 1.0 / max(size, TINY);
  var r: Triangle;
  for (var i = 0u; i < TRIANGLE; i++) {
    r[i] = 0.0;
  }
  for (var k = 0u; k < PARAMETERS; k++) {
    r[diagonal_place(k)] = clamp(damping * scale, LEAST, MOST);
  }
  var row: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    for (var j = 0u; j < PARAMETERS; j++) {
      row[j] = hessian[i * PARAMETERS + j] * scale;
    }
    var right = -g[i] * scale;
    for (var k = 0u; k < PARAMETERS; k++) {
      let at = diagonal_place(k);
      let inverse = 1.0 / sqrt(r[at] * r[at] + row[k] * row[k]);
      let c = r[at] * inverse;
      let s = row[k] * inverse;
      for (var j = k; j < PARAMETERS; j++) {
        let above = r[at + j - k];
        r[at + j - k] = c * above + s * row[j];
        row[j] = c * row[j] - s * above;
      }
      let above = r[at + PARAMETERS - k];
      r[at + PARAMETERS - k] = c * above + s * right;
      right = c * right - s * above;
    }
  }
  var step: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    let k = PARAMETERS - 1u - i;
    let at = diagonal_place(k);
    var rest = r[at + PARAMETERS - k];
    for (var j = k + 1u; j < PARAMETERS; j++) {
      rest -= r[at + j - k] * step[j];
    }
    step[k] = rest / r[at];
  }
  return scaled(step, min(1.0, longest / max(sqrt(square_norm(step)), 1e-37)));
}

// How much longer the model's gradient is after a step, squared: below 0.
fn gain_of(hessian: Matrix, g: Vector, step: Vector) -> f32 {
  var gain = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    var change = 0.0;
    for (var j = 0u; j < PARAMETERS; j++) {
      change += hessian[i * PARAMETERS + j] * step[j];
    }
    gain += change * (2.0 * g[i] + change);
  }
  return gain;
}
