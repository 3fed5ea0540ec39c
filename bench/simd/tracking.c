// All steps of some cells. At every step, before it is made: best loss, whether the loss is at or below the target, and
// whether the trajectory is inside its bounds; one that is not stays where it is for good.
#include OBJECTIVE

#define BEST 6
// Steps between two looks at the bounds. Where one has left them in between, they are made again with care.
#define BLOCK 50
// Both loops have a function to themselves: in one function V8 keeps less of each in registers.
#define APART __attribute__((noinline))

// above: steps at which the best loss was above the target; lived: steps inside the bounds before the first outside.
typedef struct { State state; lanes best; words above, lived; } Track;

// Steps of a vector some of whose trajectories leave their bounds or have left them: those stay.
APART static void step_with_care(Track *track, int from, int to) {
  const Job j = job;
  Track now = *track;
  for (int t = from; t < to; t++) {
    const Place at = place_of(position(now.state.x), position(now.state.y));
    const words inside = (words)(now.lived == (unsigned)t) & (words)(at.square <= j.escape) &
                         (words)(magnitude(at.loss) <= j.bound);
    State next = now.state;
    move(&next, at.gradient, j, scales[t], t >= j.unscaled);
    if ((t + 1) % STRIDE == 0) renew(&next);
    now.best = choose(inside, lesser(now.best, at.loss), now.best);
    now.above -= inside & (words)(now.best > j.target);
    now.lived -= inside;
    now.state.x = either(inside, next.x, now.state.x);
    now.state.y = either(inside, next.y, now.state.y);
    now.state.mx = choose(inside, next.mx, now.state.mx);
    now.state.my = choose(inside, next.my, now.state.my);
    now.state.vx = choose(inside, next.vx, now.state.vx);
    now.state.vy = choose(inside, next.vy, now.state.vy);
  }
  *track = now;
}

static inline void step(Track *group, words *far, words *high, Job j, int t) {
  const Scale scale = scales[t];
#pragma clang loop unroll(full)
  for (int k = 0; k < VECTORS; k++) {
    Track *one = &group[k];
    const Place at = place_of(position(one->state.x), position(one->state.y));
    one->best = lesser(one->best, at.loss);
    one->above -= (words)(one->best > j.target);
    far[k] = greater(far[k], (words)at.square);
    high[k] = greater(high[k], (words)magnitude(at.loss));
    move(&one->state, at.gradient, j, scale, 1);
  }
}

// Steps of a group as if no trajectory left its bounds; whether that was so. Distances and losses are compared as bits:
// there NaN and infinity lie above every number.
APART static int step_freely(const Track *group, Track *after, int from, int to) {
  const Job j = job;
  Track now[VECTORS];
  words far[VECTORS], high[VECTORS];
  for (int k = 0; k < VECTORS; k++) {
    now[k] = group[k];
    far[k] = high[k] = none;
  }
  for (int t = from; t < to; t += STRIDE) {
#pragma clang loop unroll(full)
    for (int i = 0; i < STRIDE; i++) step(now, far, high, j, t + i);
    for (int k = 0; k < VECTORS; k++) renew(&now[k].state);
  }
  words inside = ~none;
  for (int k = 0; k < VECTORS; k++) {
    inside &= (words)(now[k].lived == (unsigned)from) & (words)(far[k] <= (words)all(j.escape)) &
              (words)(high[k] <= (words)all(j.bound));
    now[k].lived += (unsigned)(to - from);
    after[k] = now[k];
  }
  return everywhere(inside);
}

EXPORT("advance") void advance(int first, int cells) {
  const int steps = job.steps, unscaled = job.unscaled;
  for (int cell = first; cell < first + cells; cell += GROUP) {
    Track tracks[2][VECTORS];
    Track *group = tracks[0], *after = tracks[1];
    for (int k = 0; k < VECTORS; k++) group[k] = (Track){start_of(cell + 4 * k), all(3e38f), none, none};
    for (int from = 0, to; from < steps; from = to) {
      to = from < unscaled ? unscaled + unscaled % STRIDE : from + BLOCK;
      if (to > steps) to = steps;
      if (from >= unscaled && step_freely(group, after, from, to)) {
        Track *const before = group;
        group = after;
        after = before;
      } else {
        for (int k = 0; k < VECTORS; k++) step_with_care(&group[k], from, to);
      }
    }
    for (int k = 0; k < VECTORS; k++) {
      const Track *one = &group[k];
      keep(cell + 4 * k, &one->state);
      *(lanes *)&values[BEST][cell + 4 * k] = one->best;
      // The step at which it happened; all bits where it did not.
      *(words *)&tallies[0][cell + 4 * k] = one->above | (words)(one->above >= one->lived);
      *(words *)&tallies[1][cell + 4 * k] = one->lived | (words)(one->lived >= (unsigned)steps);
    }
  }
}
