import { type Counters, extremes, minima, none, three, two } from './tracking-counters.ts';

/** A way to tell best loss, arrival and divergence while trajectories advance. */
export interface Form {
  readonly name: string;
  /** Whether it tells all that the engine's own kernel does; the others show what parts cost. */
  readonly complete: boolean;
  /** A shader to follow the engine's texts of an optimizer, in place of `advance.wgsl`. */
  readonly text: string;
}

const ENTRY = `
override WORKGROUP = 64u;

@compute @workgroup_size(WORKGROUP)
fn advance(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let cell = id.y * groups.x * WORKGROUP + id.x;
  if (cell >= run.cells || tallies[DIVERGED_AT * run.cells + cell] != NEVER) {
    return;
  }
  let k = knobs_of(cell);
  let arrived = tallies[ARRIVED_AT * run.cells + cell] != NEVER;
  let limits = Bounds(run.target_loss, bitcast<u32>(run.escape), bitcast<u32>(run.bound));`;

/** One step of a trajectory and its counters. */
const stepText = ({ fields, step, next }: Counters, best: boolean) => `
struct Bounds { target_loss: f32, escape: u32, bound: u32 }
struct Track { carry: Carry, best: f32, ${fields} }
fn within(theta: Vector, loss: f32, limits: Bounds) -> bool {
  return (bitcast<u32>(square_norm(theta)) <= limits.escape) & (bitcast<u32>(abs(loss)) <= limits.bound);
}
fn step(track: Track, k: Knobs, limits: Bounds, cell: u32, done: u32) -> Track {
  let theta = position(track.carry);
  let at = objective(theta);
  let best = ${best ? 'min(track.best, at.loss)' : '0.0'};
  ${step}
  let number = run.step + done + 1u;
  let update = update_of(theta, noisy(at.gradient, k, cell, number), track.carry.states, k, f32(number));
  return Track(moved(track.carry, update), best, ${next});
}`;

const one = (done: string) => `track = step(track, k, limits, cell, ${done});`;

/** Loops over so many steps. Dawn sees that a loop down to 0 ends; others get a counter of 64 bits and a branch. */
const up = (count: string) => `for (var done = 0u; done < ${count}; done++) { ${one('done')} }`;
const down = (count: string) => `for (var left = ${count}; left > 0u; left--) { ${one(`${count} - left`)} }`;
const strides = (size: number) => (count: string) => {
  const steps = Array.from({ length: size }, (_, i) => one(`first + ${i}u`)).join('\n      ');
  return `for (var left = ${count} / ${size}u; left > 0u; left--) {
      let first = (${count} / ${size}u - left) * ${size}u;
      ${steps}
    }
    for (var left = ${count} % ${size}u; left > 0u; left--) { ${one(`${count} - left`)} }`;
};

/** Counters in the loop; a trajectory that left its bounds runs again, up to that step. */
const counting = (counters: Counters, loop: (count: string) => string, best = true) => `${stepText(counters, best)}
${ENTRY}
  var count = run.count;
  var diverged = false;
  for (var tries = 0u; tries < 2u; tries++) {
    var track = Track(load_carry(cell), values[BEST * run.cells + cell], ${counters.first});
    ${loop('count')}
    if (${counters.within}) {
      store_carry(cell, track.carry);
      values[BEST * run.cells + cell] = track.best;
      if (!arrived && ${counters.above} < count) {
        tallies[ARRIVED_AT * run.cells + cell] = run.step + ${counters.above};
      }
      break;
    }
    count = ${counters.lived};
    diverged = true;
  }
  if (diverged) {
    tallies[DIVERGED_AT * run.cells + cell] = run.step + count;
  }
}`;

/** The plain way: everything told at every step with branches. */
const WATCHED = `
    var carry = begun.carry;
    var best = begun.best;
    for (var left = to; left > 0u; left--) {
      let done = to - left;
      let theta = position(carry);
      let at = objective(theta);
      if (at.loss < best) {
        best = at.loss;
      }
      if (seeking && best <= limits.target_loss) {
        seeking = false;
        tallies[ARRIVED_AT * run.cells + cell] = run.step + past + done;
      }
      if (!within(theta, at.loss, limits)) {
        tallies[DIVERGED_AT * run.cells + cell] = run.step + past + done;
        diverged = true;
        break;
      }
      let number = run.step + past + done + 1u;
      let update = update_of(theta, noisy(at.gradient, k, cell, number), carry.states, k, f32(number));
      carry = moved(carry, update);
    }`;

const branches = `${stepText(none, false)}
${ENTRY}
  let begun = Track(load_carry(cell), values[BEST * run.cells + cell], 0.0);
  let to = run.count;
  let past = 0u;
  var seeking = !arrived;
  var diverged = false;
  ${WATCHED}
  store_carry(cell, carry);
  values[BEST * run.cells + cell] = best;
}`;

/** A step and an entry whose limits hold the steps before the block as well. */
const BLOCK_STEP = stepText(extremes, true)
  .replace('run.step + done', 'run.step + limits.past + done')
  .replace('bound: u32 }', 'bound: u32, past: u32 }');
const BLOCK_ENTRY = ENTRY.replace('(run.bound))', '(run.bound), 0u)').replace('let limits', 'var limits');

/** Only extremes in the loop; a block of steps in which something happened runs again the plain way. */
const blocks = (block: string, loop: (count: string) => string) => `${BLOCK_STEP}
${BLOCK_ENTRY}
  var seeking = !arrived;
  var diverged = false;
  var begun = Track(load_carry(cell), values[BEST * run.cells + cell], 0u, 0u);
  for (var past = 0u; past < run.count && !diverged; past += ${block}) {
    let to = min(${block}, run.count - past);
    limits.past = past;
    var track = begun;
    ${loop('to')}
    if (!(${extremes.within}) || (seeking && track.best <= limits.target_loss)) {
      ${WATCHED}
      track = Track(carry, best, 0u, 0u);
    }
    begun = Track(track.carry, track.best, 0u, 0u);
  }
  store_carry(cell, begun.carry);
  values[BEST * run.cells + cell] = begun.best;
}`;

/** All forms; the first is what the others are compared with. */
export function trackingForms(engineText: string): Form[] {
  const form = (name: string, text: string, complete = true): Form => ({ name, text, complete });
  return [
    form('nothing, counting up', counting(none, up, false), false),
    form('nothing, counting down', counting(none, down, false), false),
    form('nothing, strides of 8', counting(none, strides(8), false), false),
    form('best loss alone', counting(none, up), false),
    form('the engine’s (advance.wgsl)', engineText),
    form('branches at every step', branches),
    form('three counters', counting(three, up)),
    form('three counters, down', counting(three, down)),
    form('two counters, down', counting(two, down)),
    form('first steps as minima, down', counting(minima, down)),
    form('two counters, strides of 4', counting(two, strides(4))),
    form('two counters, strides of 8', counting(two, strides(8))),
    form('extremes, whole pass again, down', blocks('0x40000000u', down)),
    form('extremes, blocks of 64 again, down', blocks('64u', down)),
    form('extremes, blocks of 64 again, strides of 8', blocks('64u', strides(8))),
  ];
}
