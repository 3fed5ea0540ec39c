// Eigenvalues of a symmetric 2 × 2 matrix by the one Jacobi rotation that it takes, without a branch: eigen.wgsl for two parameters.

struct Spectrum { eigenvalues: Vector, components: Vector, rotation: vec2f }

fn spectrum_of(matrix: Matrix, vector: Vector) -> Spectrum {
  let off = matrix[1];
  let difference = matrix[3] - matrix[0];
  let diagonal = abs(off) <= 1e-9 * abs(difference) || off == 0.0;
  let ratio = 0.5 * difference / select(off, 1.0, diagonal);
  let turn = select(-1.0, 1.0, ratio >= 0.0) / (abs(ratio) + sqrt(1.0 + ratio * ratio));
  let t = select(turn, 0.0, diagonal);
  let c = 1.0 / sqrt(1.0 + t * t);
  let s = t * c;
  return Spectrum(
    Vector(matrix[0] - t * off, matrix[3] + t * off),
    Vector(c * vector[0] - s * vector[1], s * vector[0] + c * vector[1]),
    vec2f(c, s),
  );
}
