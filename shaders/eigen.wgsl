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
        let first = a[p * PARAMETERS + p];
        let second = a[q * PARAMETERS + q];
        // Below this the rotation would change nothing.
        if (abs(off) <= 1e-9 * (abs(first) + abs(second))) {
          continue;
        }
        let ratio = 0.5 * (second - first) / off;
        let t = select(-1.0, 1.0, ratio >= 0.0) / (abs(ratio) + sqrt(1.0 + ratio * ratio));
        let c = 1.0 / sqrt(1.0 + t * t);
        let s = t * c;
        // Components change by little: with products of the cosine, rounding errors would make vectors longer with every rotation.
        let half = s / (1.0 + c);
        for (var i = 0u; i < PARAMETERS; i++) {
          let x = a[i * PARAMETERS + p];
          let y = a[i * PARAMETERS + q];
          a[i * PARAMETERS + p] = x - s * (y + half * x);
          a[i * PARAMETERS + q] = y + s * (x - half * y);
        }
        for (var i = 0u; i < PARAMETERS; i++) {
          let x = a[p * PARAMETERS + i];
          let y = a[q * PARAMETERS + i];
          a[p * PARAMETERS + i] = x - s * (y + half * x);
          a[q * PARAMETERS + i] = y + s * (x - half * y);
        }
        let x = v[p];
        let y = v[q];
        v[p] = x - s * (y + half * x);
        v[q] = y + s * (x - half * y);
      }
    }
  }
  var eigenvalues: Vector;
  for (var i = 0u; i < PARAMETERS; i++) {
    eigenvalues[i] = a[i * PARAMETERS + i];
  }
  return Spectrum(eigenvalues, v);
}
