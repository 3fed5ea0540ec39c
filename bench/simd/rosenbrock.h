// Rosenbrock's function and its gradient.
#pragma once

#include "population.h"

typedef struct { lanes loss, square; Gradient gradient; } Place;

static inline Place place_of(lanes x, lanes y) {
  const lanes xx = x * x, a = 1 - x, r = y - xx, h = 100 * r, gy = h + h;
  return (Place){a * a + h * r, xx + y * y, {-2 * (a + x * gy), gy}};
}

static inline Gradient gradient_of(lanes x, lanes y) { return place_of(x, y).gradient; }
