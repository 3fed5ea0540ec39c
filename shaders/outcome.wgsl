// What a trajectory inside its bounds has come to. Almost without branches: a software adapter pays for each, but skips a loop that no cell enters.

// An eigenvalue this small beside the largest one counts as zero.
const SINGULAR = 1e-6;
// The least eigenvalue is looked at again where it is smaller than this beside the largest one.
const CLEAR = 0.125;

fn outcome_of(theta: Vector, at: Evaluated, norm: f32, motion: u32) -> u32 {
  let hessian = hessian_of(theta);
  let spectrum = spectrum_of(hessian, at.gradient);
  let here = bend_of(spectrum);
  // Distance to the stationary point of the local quadratic model: what "small" means for a gradient does not depend on the loss's scale.
  var square = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    let away = spectrum.components[i] / max(abs(spectrum.eigenvalues[i]), max(here.zero, 1e-30));
    square += away * away;
  }
  // Where a gradient is steep for the surface the model is wrong, as it is beside a pole or a cusp.
  let near = here.largest > 0.0 && square <= run.distance * run.distance && norm <= run.steep;
  let vanished = norm <= run.gradient || near;
  let reached = at.loss <= run.target_loss;
  // A curvature that could not bring back a thousandth of the smallest gradient within the distance cannot be told from none.
  let curved = here.largest * run.distance > 1e-3 * run.gradient;
  let doubtful = curved && vanished && !reached && abs(here.lowest) < CLEAR * here.largest;
  var bend = here;
  for (var looks = select(0u, 1u, doubtful); looks > 0u; looks--) {
    bend = bend_ahead(theta, at.gradient, hessian, spectrum, here);
  }
  let stationary = select(select(FLAT, SADDLE, curved && bend.lowest < -bend.zero), CONVERGED, curved && bend.lowest > bend.zero);
  return select(select(motion, stationary, vanished), CONVERGED, reached);
}

// The least eigenvalue, the largest size of one, and the size up to which one cannot be told from zero.
struct Bend { lowest: f32, largest: f32, zero: f32 }

fn bend_of(spectrum: Spectrum) -> Bend {
  var lowest = HUGE;
  var largest = 0.0;
  for (var i = 0u; i < PARAMETERS; i++) {
    lowest = min(lowest, spectrum.eigenvalues[i]);
    largest = max(largest, abs(spectrum.eigenvalues[i]));
  }
  return Bend(lowest, largest, SINGULAR * largest);
}
