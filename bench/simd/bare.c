// All steps of some cells; nothing is told of the way.
#include OBJECTIVE

static inline void step(State *group, Job j, int t, int scaled) {
  const Scale scale = scales[t];
#pragma clang loop unroll(full)
  for (int k = 0; k < VECTORS; k++) move(&group[k], gradient_of(position(group[k].x), position(group[k].y)), j, scale, scaled);
}

EXPORT("advance") void advance(int first, int cells) {
  const Job j = job;
  for (int cell = first; cell < first + cells; cell += GROUP) {
    State group[VECTORS];
    for (int k = 0; k < VECTORS; k++) group[k] = start_of(cell + 4 * k);
    int t = 0;
    for (; t < j.unscaled; t++) step(group, j, t, 0);
    for (; t < j.steps; t++) step(group, j, t, 1);
    for (int k = 0; k < VECTORS; k++) keep(cell + 4 * k, &group[k]);
  }
}
