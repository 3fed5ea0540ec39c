// Draws the objective: a tint of its logarithm, relief lit from the north-west, contour lines. Names in capitals are told in terrain.ts.

struct Scene {
  center: vec2f,     // parameters at the middle of the canvas
  scale: vec2f,      // parameter units for one device pixel
  size: vec2f,       // canvas in device pixels
  floor_loss: f32,   // loss that the logarithm is taken above
  soft: f32,         // loss that is added before the logarithm
  low: f32,          // logarithm at the palette's first and
  high: f32,         // last colour
  pixel: f32,        // device pixels of a CSS pixel
  finer: f32,        // contour lines for each that there is over the whole domain
  ink: vec4f,        // colour of lines
  palette: array<vec4f, 6>,
}

@group(0) @binding(0) var<uniform> scene: Scene;
@group(0) @binding(1) var<storage, read> table: array<f32>;

@fragment
fn fragment(@builtin(position) position: vec4f) -> @location(0) vec4f {
  let offset = (position.xy - 0.5 * scene.size) * vec2f(1.0, -1.0);
  let at = objective(surface_point(scene.center + offset * scene.scale));
  // Where the formula has no value (NaN, or the huge number that functions.wgsl gives instead of an infinite one): hatched. Compared as bits.
  if (bitcast<u32>(abs(at.loss)) > bitcast<u32>(NO_VALUE)) {
    let stripe = fract((position.x + position.y) / (HATCH * scene.pixel));
    return vec4f(mix(scene.palette[BLANK_TINT].rgb, scene.ink.rgb, select(0.0, HATCH_INK, stripe < HATCH_SHARE)), 1.0);
  }
  let above = max(at.loss - scene.floor_loss, 0.0) + scene.soft;
  let height = (scree_log(above) - scene.low) / (scene.high - scene.low);
  // Slope of the height in device pixels.
  let slope = surface_slope(at.gradient) * scene.scale / (above * (scene.high - scene.low));
  let steepness = length(slope);

  let place = clamp(height, 0.0, 1.0) * 5.0;
  let index = min(u32(place), 4u);
  var colour = mix(scene.palette[index].rgb, scene.palette[index + 1u].rgb, place - f32(index));

  let lit = dot(slope, vec2f(-0.7071, 0.7071)) * STEEP * scene.pixel;
  let shade = -lit / sqrt(1.0 + lit * lit);
  colour *= 1.0 + SHADE * shade;

  let lines = CONTOURS * scene.finer;
  let level = height * lines;
  let nearest = round(level);
  let away = abs(level - nearest) / max(steepness * lines, 1e-9);
  let heavy = abs(nearest - HEAVY_EVERY * round(nearest / HEAVY_EVERY)) < 0.5;
  let width = select(LINE_WIDTH, HEAVY_WIDTH, heavy) * scene.pixel;
  let crowded = clamp(1.0 - steepness * lines * 0.5, 0.0, 1.0);
  let line = clamp(width + 0.5 - away, 0.0, 1.0) * select(LINE_INK, HEAVY_INK, heavy) * crowded;
  return vec4f(mix(colour, scene.ink.rgb, line), 1.0);
}
