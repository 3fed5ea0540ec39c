// Eigenvalues of a symmetric matrix by cyclic Jacobi rotations, and a vector's components along the eigenvectors.
// Golub & Van Loan, Matrix Computations, section 8.5. Seven sweeps reach float32's last digits for sixteen parameters.

const SWEEPS = 7u;

struct Spectrum { eigenvalues: Vector, components: Vector }

fn spectrum_of(matrix: Matrix, vector: Vector) -> Spectrum {
  var a = matrix;
  var v = vector;
  for (var sweep = 0u; sweep < SWEEPS; sweep++) {
    for (var p = 0u; p + 1u < PARAMETERS; p++) {
      for (var q = p + 1u; q < PARAMETERS; q++) {
        let off = a[p * PARAMETERS + q];
        let difference = a[q * PARAMETERS + q] - a[p * PARAMETERS + p];
        // Below this the rotation would change nothing.
        if (abs(off) <= 1e-9 * abs(difference) || off == 0.0) {
          continue;
        }
        let ratio = 0.5 * difference / off;
        let t = select(-1.0, 1.0, ratio >= 0.0) / (abs(ratio) + sqrt(1.0 + ratio * ratio));
        let c = 1.0 / sqrt(1.0 + t * t);
        let s = t * c;
        for (var i = 0u; i < PARAMETERS; i++) {
          let x = a[i * PARAMETERS + p];
          let y = a[i * PARAMETERS + q];
          a[i * PARAMETERS + p] = c * x - s * y;
          a[i * PARAMETERS + q] = s * x + c * y;
        }
        for (var i = 0u; i < PARAMETERS; i++) {
          let x = a[p * PARAMETERS + i];
          let y = a[q * PARAMETERS + i];
          a[p * PARAMETERS + i] = c * x - s * y;
          a[q * PARAMETERS + i] = s * x + c * y;
        }
        let x = v[p];
        let y = v[q];
        v[p] = c * x - s * y;
        v[q] = s * x + c * y;
      }
    }
  }
  var eigenvalues: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    eigenvalues[i] = a[i * PARAMETERS + i];
  }
  return Spectrum(eigenvalues, v);
}
