// Plain descent on Rosenbrock's function, nothing recorded.
#include "bench.hpp"

static void advance(Block& s, int steps) {
  const float lr = 2e-4f;
  for (int t = 0; t < steps; t++) {
#pragma GCC ivdep
    for (int i = 0; i < BLOCK; i++) {
      const float a = 1 - s.x[i], r = s.y[i] - s.x[i] * s.x[i];
      const float gx = -2 * a - 400 * s.x[i] * r, gy = 200 * r;
      s.x[i] -= lr * gx;
      s.y[i] -= lr * gy;
    }
  }
}

int main(int argc, char** argv) { return bench(argc, argv, -2, 2, -1, 3, advance); }
