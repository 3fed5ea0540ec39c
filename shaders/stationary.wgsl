// The way to the stationary point of the local quadratic model, at most as long as asked for.

fn way_to_stationary(hessian: Matrix, gradient: Vector, spectrum: Spectrum, largest: f32, longest: f32) -> Vector {
  return step_of(hessian, gradient, STIFF * largest, largest, longest);
}
