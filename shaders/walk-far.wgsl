// Updates one after another, of an objective that takes many operations: the loop's own work does not weigh beside them, and a compiler reads them once.

fn walked(begin: Track, k: Knobs, limits: Limits, target_loss: f32, cell: u32, count: u32) -> Track {
  var track = begin;
  for (var left = count; left > 0u; left--) {
    track = stepped(track, k, limits, target_loss, cell, count - left);
    if ((run.step + count - left) % 2u == 1u) {
      track.carry = renewed(track.carry);
    }
  }
  return track;
}
