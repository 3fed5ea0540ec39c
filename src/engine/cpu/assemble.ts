import { COUNTERS } from '../counters.ts';
import type { Link } from './chain.ts';
import type { Call, Job, Region } from './jobs.ts';
import { COUNTERS_AND_WASTE, JOB_MEASURES, type Layout } from './layout.ts';

/** A job's content, the links that it does, and those that are left. */
interface Assembled extends Pick<Job, 'writes' | 'calls' | 'reads'> {
  readonly tileCalls: readonly Call[];
  readonly taken: readonly Link[];
  readonly left: readonly Link[];
}

/**
 * Makes one job of the first links: as many as fit the memory's tables, up to one that is done here. Its reads are the states that all cells share, then the
 * counters of each measurement.
 * @param links the first of them is not done here
 * @param shared the states that all cells share, before the job
 * @param most steps
 */
export function assemble(
  layout: Layout,
  links: readonly Link[],
  shared: Float32Array<ArrayBuffer>,
  most: number,
): Assembled {
  const calls: Call[] = [];
  const tileCalls: Call[] = [];
  const taken: Link[] = [];
  const counters: Region[] = [];
  let left = [...links];
  let steps = 0;
  let from: number | null = null;
  const rowOf = (step: number) => {
    from ??= step;
    return layout.steps + (step - from) * layout.stepBytes;
  };
  while (left.length > 0) {
    const [link] = left;
    if (link.kind === 'here' || (link.kind === 'reset' && taken.length > 0)) break;
    if (link.kind === 'measure') {
      if (counters.length === JOB_MEASURES) break;
      const { interval, windowEnd } = link.reading;
      const at = layout.counters + 4 * COUNTERS_AND_WASTE * counters.length;
      counters.push({ at, bytes: 4 * COUNTERS });
      tileCalls.push([
        'measure',
        rowOf(link.step),
        link.step,
        interval,
        -Number(windowEnd),
        bitsOf(1 / link.scale),
        at,
      ]);
    } else if (link.kind === 'advance') {
      if (steps === most) break;
      const count = Math.min(link.count, most - steps);
      tileCalls.push(['advance', rowOf(link.step), link.step, count]);
      steps += count;
      if (count < link.count) {
        left = [{ kind: 'advance', step: link.step + count, count: link.count - count }, ...left.slice(1)];
        break;
      }
    } else {
      calls.push(['begin']);
      tileCalls.push(['reset']);
    }
    taken.push(link);
    left = left.slice(1);
  }
  if (from !== null) calls.push(['share', from, steps]);
  const writes = [{ at: layout.states, bytes: new Uint8Array(shared.buffer) }];
  for (const { at, bytes } of counters) writes.push({ at, bytes: new Uint8Array(bytes) });
  const reads = [{ at: layout.states, bytes: shared.byteLength }, ...counters];
  return { writes, calls, tileCalls, reads, taken, left };
}

/** A number as float32, in the bits of the whole number that functions are called with. */
function bitsOf(value: number): number {
  return new Int32Array(Float32Array.of(value).buffer)[0];
}
