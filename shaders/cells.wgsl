// A population's buffers, for what draws it: see run.wgsl.

@group(0) @binding(1) var<storage, read> values: array<f32>;
@group(0) @binding(2) var<storage, read> tallies: array<u32>;

fn coordinate(cell: u32, parameter: u32) -> f32 {
  return values[parameter * run.cells + cell] + values[(ORIGIN + parameter) * run.cells + cell];
}

fn has_diverged(cell: u32) -> bool {
  return tallies[DIVERGED_AT * run.cells + cell] != 0xffffffffu;
}
