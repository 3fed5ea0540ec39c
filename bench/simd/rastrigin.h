// Rastrigin's function and its gradient. Its angle is counted in turns, so that what is left of a position beyond the
// nearest half or quarter of a turn is exact.
#pragma once

#include "population.h"

typedef struct { lanes loss, square; Gradient gradient; } Place;
typedef struct { lanes sine, cosine; } Wave;

#define TURN 6.2831853f
// 1.5 · 2^23: a number to which this is added is rounded to a whole one, which is then in the sum's last bits.
#define WHOLE 12582912.0f

static inline lanes flipped(lanes a, words sign) { return (lanes)((words)a ^ sign); }

// To the nearest half turn: one polynomial and a sign.
static inline lanes sine_of(lanes turns) {
  const lanes q = turns * 2 + WHOLE, r = (turns - (q - WHOLE) * 0.5f) * TURN, z = r * r;
  const lanes s = r + r * z * (-1.6666657e-1f + z * (8.3330255e-3f + z * (-1.9807414e-4f + z * 2.6019031e-6f)));
  return flipped(s, (words)q << 31);
}

// To the nearest quarter: two shorter polynomials, which change places with every one.
static inline Wave wave_of(lanes turns) {
  const lanes q = turns * 4 + WHOLE, r = (turns - (q - WHOLE) * 0.25f) * TURN, z = r * r;
  const lanes s = r + r * z * (-1.6666654611e-1f + z * (8.3321608736e-3f - z * 1.9515295891e-4f));
  const lanes c = 1 - 0.5f * z + z * z * (4.166664568e-2f + z * (-1.388731625e-3f + z * 2.443315711e-5f));
  const words number = (words)q, odd = -(number & 1);
  return (Wave){
      flipped(choose(odd, c, s), (number & 2) << 30),
      flipped(choose(odd, s, c), ((number + 1) & 2) << 30),
  };
}

static inline Gradient gradient_of(lanes x, lanes y) {
  return (Gradient){2 * x + 10 * TURN * sine_of(x), 2 * y + 10 * TURN * sine_of(y)};
}

static inline Place place_of(lanes x, lanes y) {
  const Wave wx = wave_of(x), wy = wave_of(y);
  const lanes square = x * x + y * y, loss = 20 + square - 10 * (wx.cosine + wy.cosine);
  return (Place){loss, square, {2 * x + 10 * TURN * wx.sine, 2 * y + 10 * TURN * wy.sine}};
}
