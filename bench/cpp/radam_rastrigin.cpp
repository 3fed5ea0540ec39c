// RAdam on Rastrigin's function, nothing recorded. The sine is a polynomial after reduction to a quarter turn (Cephes'
// sinf): the library's own would keep the loop from becoming vector instructions.
#include "bench.hpp"

#include <cmath>

static inline float sine(float x) {
  const float k = std::nearbyint(x * 0.636619772f);
  const float r = ((x - k * 1.5703125f) - k * 4.837512969970703125e-4f) - k * 7.549789948768648e-8f;
  const int number = int(k);
  const float z = r * r;
  const float s = r + r * z * (-1.6666654611e-1f + z * (8.3321608736e-3f - z * 1.9515295891e-4f));
  const float c = 1 - 0.5f * z + z * z * (4.166664568e-2f + z * (-1.388731625e-3f + z * 2.443315711e-5f));
  const float value = (number & 1) ? c : s;
  return (number & 2) ? -value : value;
}

static void advance(Block& s, int steps) {
  const float lr = 1e-3f, b1 = 0.9f, b2 = 0.999f, eps = 1e-8f;
  const float limit = 2 / (1 - b2) - 1;
  const float scale = limit / ((limit - 4) * (limit - 2));
  float p1 = 1, z = 0, age = 0;
  for (int t = 0; t < steps; t++) {
    p1 *= b1;
    z = b2 * z + (1 - b2);
    age = b2 * age + z;
    const float rho = 2 * age / z - 1;
    const float rectified = std::sqrt(std::fmax((rho - 4) * (rho - 2) * scale / rho, 0.0f) * z);
    const float rate = lr / (1 - p1);
    // Before the variance is known well enough a step is not scaled: numerator 1, denominator 1.
    const bool early = rho <= 5;
    const float over = early ? rate : rate * rectified, of = early ? 0.0f : 1.0f, plus = early ? 1.0f : eps;
#pragma GCC ivdep
    for (int i = 0; i < BLOCK; i++) {
      const float gx = 2 * s.x[i] + 62.831853f * sine(6.2831853f * s.x[i]);
      const float gy = 2 * s.y[i] + 62.831853f * sine(6.2831853f * s.y[i]);
      s.mx[i] = b1 * s.mx[i] + (1 - b1) * gx;
      s.my[i] = b1 * s.my[i] + (1 - b1) * gy;
      s.vx[i] = b2 * s.vx[i] + (1 - b2) * gx * gx;
      s.vy[i] = b2 * s.vy[i] + (1 - b2) * gy * gy;
      s.x[i] -= over * s.mx[i] / (of * std::sqrt(s.vx[i]) + plus);
      s.y[i] -= over * s.my[i] / (of * std::sqrt(s.vy[i]) + plus);
    }
  }
}

int main(int argc, char** argv) { return bench(argc, argv, -5.12f, 5.12f, -5.12f, 5.12f, advance); }
