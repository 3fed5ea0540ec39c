// Adam on Rosenbrock's function in scalars, with counters as in adam-rosenbrock-counting.wgsl, and with the engine's
// arithmetic: a position is an origin and the displacement from it, so that small steps are not lost; close to 0 it
// becomes its own origin; bias corrections are running weights.

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
    var ox = start.x;
    var oy = start.y;
    var dx = 0.0;
    var dy = 0.0;
    var mx = 0.0;
    var my = 0.0;
    var vx = 0.0;
    var vy = 0.0;
    var w = 0.0;
    var z = 0.0;
    var best = 3.0e38;
    var above = 0.0;
    var lived = 0.0;
    var alive = 1.0;
    for (var left = count; left > 0u; left--) {
      let x = ox + dx;
      let y = oy + dy;
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
      w = b1 * w + c1;
      z = b2 * z + c2;
      let rate = lr / w;
      let correction = 1.0 / z;
      dx -= rate * mx / (sqrt(vx * correction) + eps);
      dy -= rate * my / (sqrt(vy * correction) + eps);
      let near_x = abs(ox + dx) < 0.5 * abs(dx);
      let near_y = abs(oy + dy) < 0.5 * abs(dy);
      ox = select(ox, ox + dx, near_x);
      oy = select(oy, oy + dy, near_y);
      dx = select(dx, 0.0, near_x);
      dy = select(dy, 0.0, near_y);
    }
    if (alive == 1.0) {
      keep(cell, vec2f(ox + dx, oy + dy), vec2f(mx, my), vec2f(vx, vy));
      tell(cell, best, select(NEVER, u32(above), above < f32(count)), diverged);
      break;
    }
    count = u32(lived);
    diverged = count;
  }
}
