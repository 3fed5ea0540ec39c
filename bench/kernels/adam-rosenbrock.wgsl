// Adam on Rosenbrock's function in scalars; nothing is recorded. Loops count down to 0, since Dawn adds a 64-bit
// counter and a branch to every loop that it cannot see to end.

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
  var x = start.x;
  var y = start.y;
  var mx = 0.0;
  var my = 0.0;
  var vx = 0.0;
  var vy = 0.0;
  var p1 = 1.0;
  var p2 = 1.0;
  for (var left = job.count; left > 0u; left--) {
    let a = 1.0 - x;
    let r = y - x * x;
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
  keep(cell, vec2f(x, y), vec2f(mx, my), vec2f(vx, vy));
}
