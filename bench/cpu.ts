import { availableParallelism } from 'node:os';
import { openNodeCpuEngine } from '../src/engine/cpu/node.ts';
import type { Engine } from '../src/engine/index.ts';
import type { Plan } from '../src/experiment/index.ts';
import { planCase } from './cases.ts';
import { checkEnds } from './checks.ts';
import { advancing, running } from './contenders.ts';
import type { Options } from './options.ts';
import { plainAdam } from './plain.ts';
import { referenceEnds, someCells } from './reference.ts';
import { millions, type Row, type Section } from './report.ts';
import { type Contender, median, ratio, sample } from './sampling.ts';
import { openSimdKernels } from './simd.ts';
import { COMPILER } from './simd-build.ts';
import type { SimdKernel } from './simd-kernel.ts';

const CASES = [
  { optimizer: 'adam', objective: 'rosenbrock' },
  { optimizer: 'radam', objective: 'rastrigin' },
] as const;
const STEPS = 1000;
const CORES = availableParallelism();

/** Something that is measured on one core or on all; the first on as many is the engine's own. */
interface Entry {
  readonly threads: number;
  readonly contender: Contender;
}

/** Undoes what an entry was made of. */
type Close = () => unknown;

/** The CPU engine beside kernels written by hand in C and beside plain JavaScript, on one core and on all. */
export async function measureCpu(options: Options): Promise<Section | null> {
  const cases = CASES.filter(({ optimizer, objective }) => options.only.test(`cpu: ${optimizer} ${objective}`));
  if (cases.length === 0) return null;
  const particles = options.quick ? 16_384 : 65_536;
  const rows: Row[] = [];
  const notes = new Set([
    'engine / it: the engine’s updates, which track outcomes, beside this on as many cores; the bar is 0.9 for tracking by hand.',
    'by processor time: the same of the time in which all threads together computed, which other programs hardly change.',
  ]);
  for (const item of cases) {
    const plan = planCase(item.optimizer, item.objective, particles, STEPS);
    const closes: Close[] = [];
    const entries = await engineEntries(plan, closes);
    const kernels = await openSimdKernels(item.objective, plan, CORES);
    if (typeof kernels === 'string') notes.add(`By hand: left out, ${kernels}`);
    else {
      const { tracking, trackingOne, displaced, bare, trackingOnAll } = kernels;
      notes.add(
        'displacements: positions kept as the engine keeps them. Four vectors at a time where nothing is said.',
      );
      notes.add(COMPILER);
      const add = (name: string, kernel: SimdKernel, threads: number) => {
        closes.push(() => kernel.close());
        entries.push({ threads, contender: kernel.contender(name) });
      };
      add('by hand, tracking', tracking, 1);
      add('by hand, tracking, one vector at a time', trackingOne, 1);
      add('by hand, tracking, displacements', displaced, 1);
      add('by hand, bare', bare, 1);
      add('by hand, tracking', trackingOnAll, CORES);
    }
    if (item.optimizer === 'adam') entries.push({ threads: 1, contender: await plain(plan) });
    entries.sort((a, b) => a.threads - b.threads);
    rows.push(...(await measure(`${item.optimizer} ${item.objective}`, entries, options)));
    for (const close of closes) await close();
  }
  const columns = ['cores', 'M steps/s', 'engine / it', 'by processor time'];
  const title = `On the processor: ${particles} particles, ${STEPS} steps`;
  return { name: 'cpu', title, columns, rows, notes: [...notes] };
}

async function engineEntries(plan: Plan, closes: Close[]): Promise<Entry[]> {
  const open = async (workers: number): Promise<{ engine: Engine; entry: Entry }> => {
    const engine = await openNodeCpuEngine({ workers });
    const population = await engine.populate(plan);
    closes.push(() => {
      population.destroy();
      engine.destroy();
    });
    return { engine, entry: { threads: workers, contender: advancing('the engine’s updates', population, STEPS) } };
  };
  const [one, all] = [await open(1), await open(CORES)];
  const whole = running('the engine’s run with its measurements', all.engine, plan);
  closes.unshift(() => whole.close());
  return [one.entry, all.entry, { threads: CORES, contender: whole }];
}

async function plain(plan: Plan): Promise<Contender> {
  const contender = plainAdam('plain JavaScript, bare', plan);
  await contender.run();
  const cells = someCells({ cells: contender.ends()[0].length });
  const found = contender.ends().map((values) => cells.map((cell) => values[cell]));
  checkEnds('plain JavaScript', referenceEnds(plan, cells).theta, found);
  return contender;
}

async function measure(name: string, entries: readonly Entry[], options: Options): Promise<Row[]> {
  const samples = await sample(
    entries.map(({ contender }) => contender),
    options.quick ? 3 : 5,
  );
  return entries.map(({ threads }, i) => {
    const ours = samples[entries.findIndex((entry) => entry.threads === threads)];
    const ratios = ours === samples[i] ? [null, null] : [false, true].map((time) => ratio(ours, samples[i], time));
    return {
      name: `${name}: ${samples[i].name}`,
      cells: [threads, millions(median(samples[i].rates)), ...ratios],
      details: samples[i],
    };
  });
}
