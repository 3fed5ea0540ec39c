// A coordinate as the engine keeps it: an origin and the displacement from it, so that small steps are not lost. Close
// to 0 the position becomes the origin.
#pragma once

#include "lanes.h"

// Steps, an even number in all, between two looks for positions close to 0.
#define STRIDE 2

typedef struct { lanes origin, displacement; } Coordinate;

static inline Coordinate begun(lanes at) { return (Coordinate){at, all(0)}; }

static inline lanes position(Coordinate a) { return a.origin + a.displacement; }

static inline Coordinate moved(Coordinate a, lanes by) { return (Coordinate){a.origin, a.displacement - by}; }

static inline Coordinate renewed(Coordinate a) {
  const lanes at = position(a);
  const words near = (words)(magnitude(at) < 0.5f * magnitude(a.displacement));
  return (Coordinate){choose(near, at, a.origin), (lanes)((words)a.displacement & ~near)};
}

static inline Coordinate either(words mask, Coordinate yes, Coordinate no) {
  return (Coordinate){choose(mask, yes.origin, no.origin), choose(mask, yes.displacement, no.displacement)};
}
