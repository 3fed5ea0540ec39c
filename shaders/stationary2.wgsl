// The way to the stationary point of the local quadratic model: stationary.wgsl for two parameters, by the rotation that made the Hessian diagonal.

fn way_to_stationary(hessian: Matrix, gradient: Vector, spectrum: Spectrum, largest: f32, longest: f32) -> Vector {
  let sizes = vec2f(spectrum.eigenvalues[0], spectrum.eigenvalues[1]) / largest;
  let along = -vec2f(spectrum.components[0], spectrum.components[1]) / largest * sizes / (sizes * sizes + STIFF * STIFF);
  let shorter = min(1.0, longest / max(length(along), 1e-30));
  let c = spectrum.rotation.x * shorter;
  let s = spectrum.rotation.y * shorter;
  return Vector(c * along.x + s * along.y, c * along.y - s * along.x);
}
