// Adam on Rosenbrock's function, nothing recorded.
#include "bench.hpp"

#include <cmath>

static void advance(Block& s, int steps) {
  const float lr = 1e-3f, b1 = 0.9f, b2 = 0.999f, eps = 1e-8f;
  float p1 = 1, p2 = 1;
  for (int t = 0; t < steps; t++) {
    p1 *= b1;
    p2 *= b2;
    const float rate = lr / (1 - p1), correction = 1 / (1 - p2);
#pragma GCC ivdep
    for (int i = 0; i < BLOCK; i++) {
      const float a = 1 - s.x[i], r = s.y[i] - s.x[i] * s.x[i];
      const float gx = -2 * a - 400 * s.x[i] * r, gy = 200 * r;
      s.mx[i] = b1 * s.mx[i] + (1 - b1) * gx;
      s.my[i] = b1 * s.my[i] + (1 - b1) * gy;
      s.vx[i] = b2 * s.vx[i] + (1 - b2) * gx * gx;
      s.vy[i] = b2 * s.vy[i] + (1 - b2) * gy * gy;
      s.x[i] -= rate * s.mx[i] / (std::sqrt(s.vx[i] * correction) + eps);
      s.y[i] -= rate * s.my[i] / (std::sqrt(s.vy[i] * correction) + eps);
    }
  }
}

int main(int argc, char** argv) { return bench(argc, argv, -2, 2, -1, 3, advance); }
