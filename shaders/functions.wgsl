// The formula language's functions, to a few units in the last place over float32's whole range. WGSL's own sin may be 5e-4 off, its exp and
// log hundreds of units; these are sums and products, the same on every device. Where a function has no finite value (log of 0, exp of 100)
// they give a huge finite one, which a trajectory's bounds then catch.

// An adapter that is a program takes ten times as long for a clamp, a shift or a conversion to an integer as for a product: comparisons and
// products stand for them.

const HUGE = 3.0e38;

// The lowest bits of a whole number that is less than 2^22 from 0, which the sum with 1.5 * 2^23 ends in.
fn low_bits(k: f32) -> u32 {
  return bitcast<u32>(k + 12582912.0);
}

// e^x for x from -87 to 88.
fn exp_within(x: f32) -> f32 {
  let k = floor(x * 1.44269504 + 0.5);
  let r = (x - k * 0.693359375) + k * 2.12194440e-4;
  let q = 0.5 + r * (1.6666665459e-1 + r * (4.1665795894e-2 + r * (8.3334519073e-3 + r * (1.3981999507e-3 + r * 1.9875691500e-4))));
  let p = 1.0 + (r + r * r * q);
  return p * bitcast<f32>(low_bits(k) * 0x800000u + 0x3f800000u);
}

fn scree_exp(x: f32) -> f32 {
  let y = select(select(x, -87.0, x < -87.0), 88.0, x > 88.0);
  return select(exp_within(y), 0.0, x < -87.0);
}

fn scree_log(x: f32) -> f32 {
  // Subnormal numbers are flushed to 0 by many devices: the smallest normal one stands for them.
  let bits = bitcast<i32>(max(x, 1.1754944e-38));
  // Splits x into 2^k times a mantissa between sqrt(1/2) and sqrt(2).
  let exponent = (bits - 0x3f3504f3) & -0x800000;
  let k = f32(exponent) * 1.1920928955078125e-7;
  let m = bitcast<f32>(bits - exponent);
  let s = (m - 1.0) / (m + 1.0);
  let z = s * s;
  let series = s * (z * (0.66666662693 + z * (0.40000972152 + z * (0.28498786688 + z * 0.24279078841))));
  let value = k * 0.693359375 + (2.0 * s + (series - k * 2.12194440e-4));
  return select(value, select(-HUGE, HUGE, x < 0.0), x <= 0.0);
}

fn scree_pow(x: f32, y: f32) -> f32 {
  return scree_exp(y * scree_log(x));
}

// x less its nearest multiple of pi/2, and that multiple's number. The parts of pi/2 have so few digits that their products are exact up
// to 1e4. Far beyond, where x itself hardly has digits after the point, the bounds keep a sine between -1 and 1.
struct Quarter { rest: f32, number: u32 }

fn quarter_of(x: f32) -> Quarter {
  let k = round(x * 0.636619772);
  let rest = ((x - k * 1.5703125) - k * 4.837512969970703125e-4) - k * 7.549789948768648e-8;
  return Quarter(select(select(rest, -0.8, rest < -0.8), 0.8, rest > 0.8), low_bits(k));
}

fn sine_near_0(r: f32) -> f32 {
  let z = r * r;
  return r + r * z * (-1.6666654611e-1 + z * (8.3321608736e-3 - z * 1.9515295891e-4));
}

fn cosine_near_0(r: f32) -> f32 {
  let z = r * r;
  return 1.0 - 0.5 * z + z * z * (4.166664568298827e-2 + z * (-1.388731625493765e-3 + z * 2.443315711809948e-5));
}

fn scree_sin(x: f32) -> f32 {
  let q = quarter_of(x);
  let value = select(sine_near_0(q.rest), cosine_near_0(q.rest), (q.number & 1u) == 1u);
  return select(value, -value, (q.number & 2u) != 0u);
}

fn scree_cos(x: f32) -> f32 {
  let q = quarter_of(x);
  let value = select(cosine_near_0(q.rest), sine_near_0(q.rest), (q.number & 1u) == 1u);
  return select(value, -value, ((q.number + 1u) & 2u) != 0u);
}

fn scree_tan(x: f32) -> f32 {
  let q = quarter_of(x);
  let sine = sine_near_0(q.rest);
  let cosine = cosine_near_0(q.rest);
  let odd = (q.number & 1u) == 1u;
  return select(sine, -cosine, odd) / select(cosine, sine, odd);
}

fn scree_tanh(x: f32) -> f32 {
  let z = x * x;
  let near = x + x * z * (-3.33332819422e-1 + z * (1.33314422036e-1 + z * (-5.37397155531e-2 + z * (2.06390887954e-2 - z * 5.70498872745e-3))));
  let a = abs(x);
  let far = 1.0 - 2.0 / (exp_within(2.0 * select(a, 20.0, a > 20.0)) + 1.0);
  return select(select(far, -far, x < 0.0), near, a < 0.625);
}

fn scree_atan(x: f32) -> f32 {
  let a = abs(x);
  let middle = a > 0.4142135624;
  let far = a > 2.414213562;
  let reduced = select(select(a, (a - 1.0) / (a + 1.0), middle), -1.0 / max(a, 1.0), far);
  let base = select(select(0.0, 0.785398163, middle), 1.570796327, far);
  let z = reduced * reduced;
  let p = (((8.05374449538e-2 * z - 1.38776856032e-1) * z + 1.99777106478e-1) * z - 3.33329491539e-1) * z * reduced + reduced;
  return sign(x) * (base + p);
}

fn scree_sigmoid(x: f32) -> f32 {
  return 1.0 / (1.0 + scree_exp(-x));
}

fn scree_softplus(x: f32) -> f32 {
  // log(1 + e) as 2·artanh(e / (2 + e)): nothing cancels where e is small.
  let e = scree_exp(-abs(x));
  let s = e / (2.0 + e);
  let z = s * s;
  return select(0.0, x, x > 0.0) + 2.0 * s * (1.0 + z * (0.33333334 + z * (0.2 + z * (0.14285715 + z * (0.11111111 + z * (0.09090909 + z * 0.09))))));
}
