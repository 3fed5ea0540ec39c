// The "eigenvalue" of a single second derivative: eigen.wgsl for one parameter.

struct Spectrum { eigenvalues: Vector, components: Vector }

fn spectrum_of(matrix: Matrix, vector: Vector) -> Spectrum {
  return Spectrum(Vector(matrix[0]), vector);
}
