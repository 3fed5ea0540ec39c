// Updates one after another, of an objective that takes few operations: written out four at a time, for a loop's own work would weigh beside them.

fn walked(begin: Track, k: Knobs, limits: Limits, target_loss: f32, cell: u32, count: u32) -> Track {
  var track = begin;
  // At first a step up to an even number of updates, then turns of four steps, then the rest. All are counted down: a loop down to 0 plainly
  // ends, and others get a second counter and a branch from the compiler.
  let lead = min(count, run.step % 2u);
  if (lead > 0u) {
    track = stepped(track, k, limits, target_loss, cell, 0u);
    track.carry = renewed(track.carry);
  }
  for (var left = (count - lead) / 4u; left > 0u; left--) {
    let done = lead + ((count - lead) / 4u - left) * 4u;
    track = stepped(track, k, limits, target_loss, cell, done);
    track = stepped(track, k, limits, target_loss, cell, done + 1u);
    track.carry = renewed(track.carry);
    track = stepped(track, k, limits, target_loss, cell, done + 2u);
    track = stepped(track, k, limits, target_loss, cell, done + 3u);
    track.carry = renewed(track.carry);
  }
  for (var left = (count - lead) % 4u; left > 0u; left--) {
    track = stepped(track, k, limits, target_loss, cell, count - left);
    if ((run.step + count - left) % 2u == 1u) {
      track.carry = renewed(track.carry);
    }
  }
  return track;
}
