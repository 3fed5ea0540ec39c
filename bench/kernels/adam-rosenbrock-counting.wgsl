// Adam on Rosenbrock's function in scalars, with best loss, arrival and divergence recorded in counters without a
// branch, as advance.wgsl does it. A trajectory that diverges is run again up to that step, by the same loop.

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
  let target_loss = job.target_loss;
  let escape = bitcast<u32>(job.escape);
  let bound = bitcast<u32>(job.bound);
  var count = job.count;
  var diverged = NEVER;
  for (var tries = 0u; tries < 2u; tries++) {
    var x = start.x;
    var y = start.y;
    var mx = 0.0;
    var my = 0.0;
    var vx = 0.0;
    var vy = 0.0;
    var p1 = 1.0;
    var p2 = 1.0;
    var best = 3.0e38;
    var above = 0.0;
    var lived = 0.0;
    var alive = 1.0;
    for (var left = count; left > 0u; left--) {
      let a = 1.0 - x;
      let r = y - x * x;
      let loss = a * a + 100.0 * r * r;
      best = min(best, loss);
      above += select(0.0, 1.0, best > target_loss);
      alive = select(0.0, alive, (bitcast<u32>(x * x + y * y) <= escape) & (bitcast<u32>(abs(loss)) <= bound));
      lived += alive;
      let gx = -2.0 * a - 400.0 * x * r;
      let gy = 200.0 * r;
      mx = b1 * mx + c1 * gx;
      my = b1 * my + c1 * gy;
      vx = b2 * vx + c2 * gx * gx;
      vy = b2 * vy + c2 * gy * gy;
      p1 *= b1;
      p2 *= b2;
      let rate = lr / (1.0 - p1);
      let correction = 1.0 / (1.0 - p2);
      x -= rate * mx / (sqrt(vx * correction) + eps);
      y -= rate * my / (sqrt(vy * correction) + eps);
    }
    if (alive == 1.0) {
      keep(cell, vec2f(x, y), vec2f(mx, my), vec2f(vx, vy));
      tell(cell, best, select(NEVER, u32(above), above < f32(count)), diverged);
      break;
    }
    count = u32(lived);
    diverged = count;
  }
}
