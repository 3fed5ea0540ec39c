// The colour of a trajectory by its outcome, and by the minimum to which it came.

struct Fates {
  count: u32,                  // minima with colours of their own
  reach: f32,                  // square of the distance from a minimum within which a trajectory came to it
  arrived: f32,                // loss at which it came to the nearest
  outcomes: array<vec4f, 6>,
  minima: array<vec4f, 8>,
  places: array<f32>,          // of the minima, one after another
}

@group(0) @binding(3) var<storage, read> fates: Fates;

fn paint_of(cell: u32) -> vec3f {
  let outcome = min(tallies[OUTCOME * run.cells + cell], 5u);
  var colour = fates.outcomes[outcome].rgb;
  if (outcome != CONVERGED) {
    return colour;
  }
  var least = select(fates.reach, 3e38, values[LOSS * run.cells + cell] <= fates.arrived);
  for (var m = 0u; m < fates.count; m++) {
    var square = 0.0;
    for (var p = 0u; p < PARAMETERS; p++) {
      let away = coordinate(cell, p) - fates.places[m * PARAMETERS + p];
      square += away * away;
    }
    if (square <= least) {
      least = square;
      colour = fates.minima[m].rgb;
    }
  }
  return colour;
}
