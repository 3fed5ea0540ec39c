// A coordinate as anyone would keep it: the position itself.
#pragma once

#include "lanes.h"

#define STRIDE 1

typedef lanes Coordinate;

static inline Coordinate begun(lanes at) { return at; }

static inline lanes position(Coordinate a) { return a; }

static inline Coordinate moved(Coordinate a, lanes by) { return a - by; }

static inline Coordinate renewed(Coordinate a) { return a; }

static inline Coordinate either(words mask, Coordinate yes, Coordinate no) { return choose(mask, yes, no); }
