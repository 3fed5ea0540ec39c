// RAdam on Rastrigin's function in scalars; nothing is recorded. One reduction of the angle serves sine and cosine
// (functions.wgsl).

struct Wave { sine: f32, cosine: f32 }

fn wave_of(angle: f32) -> Wave {
  let q = quarter_of(angle);
  let s = sine_near_0(q.rest);
  let c = cosine_near_0(q.rest);
  let odd = (q.number & 1) == 1;
  let sine = select(s, c, odd);
  let cosine = select(c, s, odd);
  return Wave(select(sine, -sine, (q.number & 2) != 0), select(cosine, -cosine, ((q.number + 1) & 2) != 0));
}

@compute @workgroup_size(64)
fn advance(@builtin(global_invocation_id) id: vec3u) {
  let cell = id.x;
  if (cell >= job.cells) {
    return;
  }
  let start = start_of(cell);
  let lr = job.lr;
  let b1 = job.beta1;
  let b2 = job.beta2;
  let c1 = 1.0 - b1;
  let c2 = 1.0 - b2;
  let eps = job.eps;
  let limit = 2.0 / c2 - 1.0;
  let scale = limit / ((limit - 4.0) * (limit - 2.0));
  var x = start.x;
  var y = start.y;
  var mx = 0.0;
  var my = 0.0;
  var vx = 0.0;
  var vy = 0.0;
  var p1 = 1.0;
  var z = 0.0;
  var age = 0.0;
  for (var left = job.count; left > 0u; left--) {
    let wx = wave_of(6.2831853 * x);
    let wy = wave_of(6.2831853 * y);
    let gx = 2.0 * x + 62.831853 * wx.sine;
    let gy = 2.0 * y + 62.831853 * wy.sine;
    mx = b1 * mx + c1 * gx;
    my = b1 * my + c1 * gy;
    vx = b2 * vx + c2 * gx * gx;
    vy = b2 * vy + c2 * gy * gy;
    p1 *= b1;
    z = b2 * z + c2;
    age = b2 * age + z;
    let rho = 2.0 * age / z - 1.0;
    let rectified = sqrt(max((rho - 4.0) * (rho - 2.0) * scale / rho, 0.0) * z);
    let rate = lr / (1.0 - p1);
    let early = rho <= 5.0;
    x -= rate * mx * select(rectified / (sqrt(vx) + eps), 1.0, early);
    y -= rate * my * select(rectified / (sqrt(vy) + eps), 1.0, early);
  }
  keep(cell, vec2f(x, y), vec2f(mx, my), vec2f(vx, vy));
}
