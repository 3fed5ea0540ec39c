// What all kernels share: the population's memory, slot by slot, which the program outside fills and reads, and a step
// of Adam and RAdam. The two differ in a step's numbers alone.
#pragma once

#include COORDINATE

// VECTORS are advanced together: a root and a division take many cycles, in which the others' arithmetic is done.
#define GROUP (4 * VECTORS)
// As many as fit.
#define CELLS 65536
#define STEPS 4096

// Numbers of a step: bias corrections and what else hangs on the step's number are in them.
typedef struct { float rate, eps; } Scale;

typedef struct {
  int steps;
  int unscaled;  // the first steps, in which RAdam does not divide by the root of v
  float beta1, beta2;
  float target;
  float escape;  // square of the escape radius
  float bound;   // largest size of a loss
} Job;

typedef struct { Coordinate x, y; lanes mx, my, vx, vy; } State;

typedef struct { lanes x, y; } Gradient;

static Job job;
static Scale scales[STEPS];
static float values[7][CELLS];
static unsigned tallies[2][CELLS];

#define EXPORT(name) __attribute__((export_name(name)))
EXPORT("job") Job *the_job(void) { return &job; }
EXPORT("scales") Scale *the_scales(void) { return scales; }
EXPORT("values") float *the_values(void) { return values[0]; }
EXPORT("tallies") unsigned *the_tallies(void) { return tallies[0]; }

static inline State start_of(int cell) {
  return (State){.x = begun(*(lanes *)&values[0][cell]), .y = begun(*(lanes *)&values[1][cell])};
}

static inline void keep(int cell, const State *s) {
  *(lanes *)&values[0][cell] = position(s->x);
  *(lanes *)&values[1][cell] = position(s->y);
  *(lanes *)&values[2][cell] = s->mx;
  *(lanes *)&values[3][cell] = s->my;
  *(lanes *)&values[4][cell] = s->vx;
  *(lanes *)&values[5][cell] = s->vy;
}

// After every stride.
static inline void renew(State *s) {
  s->x = renewed(s->x);
  s->y = renewed(s->y);
}

static inline void move(State *s, Gradient g, Job j, Scale scale, int scaled) {
  const float c1 = 1 - j.beta1, c2 = 1 - j.beta2;
  s->mx = j.beta1 * s->mx + c1 * g.x;
  s->my = j.beta1 * s->my + c1 * g.y;
  s->vx = j.beta2 * s->vx + c2 * g.x * g.x;
  s->vy = j.beta2 * s->vy + c2 * g.y * g.y;
  const lanes x = scale.rate * s->mx, y = scale.rate * s->my;
  s->x = moved(s->x, scaled ? x / (root(s->vx) + scale.eps) : x);
  s->y = moved(s->y, scaled ? y / (root(s->vy) + scale.eps) : y);
}
