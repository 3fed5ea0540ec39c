// How a surface bends at the stationary point of the local quadratic model. Beside a floor that is bent, as a ring is, the gradient that is left bends the
// surface along the floor, to one side or the other; on the floor nothing does. On a quadratic surface both places are alike.

// Directions that bend less than this beside the largest one hardly count on the way to the stationary point.
const STIFF = 1e-3;
// The part of the change on that way by which an eigenvalue may still be off at its end.
const LEFT = 0.0625;
// A few of the position's last digits, beside its largest component.
const DIGITS = 4.8e-7;

// The way is no shorter than a few of the position's last digits, so that what they change counts, too.
fn bend_ahead(theta: Vector, gradient: Vector, hessian: Matrix, spectrum: Spectrum, here: Bend) -> Bend {
  let way = way_to_stationary(hessian, gradient, spectrum, here.largest, run.distance);
  let length = max(norm_of(way), 1e-30);
  let digits = DIGITS * scale_of(theta);
  let far = max(length, digits);
  let there = bend_of(spectrum_of(hessian_of(add(theta, scaled(way, far / length))), gradient));
  let error = max(LEFT, digits / far) * abs(there.lowest - here.lowest);
  return Bend(there.lowest, there.largest, max(there.zero, error));
}
