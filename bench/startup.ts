import { objectives } from '../src/catalogue/index.ts';
import { Kernels } from '../src/engine/cpu/kernels.ts';
import { HEADER, layOut, TILE_CELLS } from '../src/engine/cpu/layout.ts';
import { traceOf } from '../src/engine/index.ts';
import { openWebGpuEngine } from '../src/engine/webgpu/engine.ts';
import { generateObjective } from '../src/engine/webgpu/generate.ts';
import { openNodeGpu } from '../src/engine/webgpu/node.ts';
import { Trajectories } from '../src/engine/webgpu/trajectories.ts';
import { asFormula, type Plan, planExperiment, resolveObjective } from '../src/experiment/index.ts';
import { compileObjective } from '../src/formula/index.ts';
import type { Options } from './options.ts';
import type { Section } from './report.ts';
import { median } from './sampling.ts';
import { openWorkbench } from './workbench.ts';

/** One thing that is timed: its first time, and again. */
interface Figure {
  readonly name: string;
  readonly first: number;
  readonly again: readonly number[];
}

/**
 * What a user waits for before and between runs.
 * @param gpu whether there is one
 */
export async function measureStartup(options: Options, gpu: boolean): Promise<Section | null> {
  const wanted = (name: string) => options.only.test(`startup: ${name}`);
  const figures = [
    ...(wanted('formulas') ? await formulas() : []),
    ...(wanted('modules') ? await modules() : []),
    ...(gpu && wanted('pipelines') ? await pipelines() : []),
    ...(gpu && wanted('populations') ? await populations() : []),
  ];
  if (figures.length === 0) return null;
  return {
    name: 'startup',
    title: 'Start-up, milliseconds',
    columns: ['first', 'again'],
    rows: figures.map((figure) => ({
      name: figure.name,
      cells: [figure.first, median(figure.again)],
      details: figure,
    })),
    notes: ['again: median; of pipelines on a new device, which has built none.'],
  };
}

async function timed(name: string, times: number, work: () => unknown): Promise<Figure> {
  const taken: number[] = [];
  for (let i = 0; i <= times; i++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return { name, first: taken[0], again: taken.slice(1) };
}

/** The catalogue's objective of the longest code. */
function largestObjective(): string {
  const size = (name: string) => generateObjective(resolveObjective(name)).length;
  return objectives.reduce((a, b) => (size(b.name) > size(a.name) ? b : a)).name;
}

async function formulas(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const name of ['rosenbrock', largestObjective()]) {
    const objective = asFormula(resolveObjective(name));
    const { formula, parameters, table } = objective;
    const compile = () => generateObjective({ ...objective, compiled: compileObjective(formula, parameters, table) });
    const text = `${parameters.length} parameters, ${compile().length} characters of WGSL`;
    figures.push(await timed(`formula to WGSL: ${name} (${text})`, 20, compile));
  }
  return figures;
}

/** The CPU engine's modules: written, compiled, and one step made with them. */
async function modules(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const objective of ['rosenbrock', largestObjective()]) {
    const plan = planExperiment({ objective, optimizers: [{ name: 'adam' }] });
    const layout = layOut(plan, 0);
    // A worker has one memory for all modules.
    const memory = new WebAssembly.Memory({ initial: layout.pages });
    const run = () => {
      const { module } = new Kernels().get(plan, 0, layout, 'run');
      const { exports } = new WebAssembly.Instance(module, { env: { memory } });
      new Uint32Array(memory.buffer, layout.tile + HEADER.bytes)[0] = 4 * TILE_CELLS;
      (exports.advance as (...args: number[]) => void)(layout.steps, 0, 1);
    };
    figures.push(await timed(`CPU module, running: Adam on ${objective}`, 20, run));
  }
  return figures;
}

async function pipelines(): Promise<Figure[]> {
  const plan = planExperiment({ objective: 'rosenbrock', optimizers: [{ name: 'adam' }] });
  const known = await openWorkbench();
  const { form } = await Trajectories.create(known.workshop, plan, 0, { cells: 1, first: 0 });
  const taken: Record<string, number[]> = { reset: [], advance: [] };
  for (let i = 0; i < 4; i++) {
    const { device, layouts, pipelines } = (await openWorkbench()).workshop;
    const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.run] });
    for (const [label, shader] of [
      ['reset', form.reset],
      ['advance', form.advance],
    ] as const) {
      const began = performance.now();
      await pipelines.computePipeline(label, [...form.texts, ...shader], layout);
      taken[label].push(performance.now() - began);
    }
    device.destroy();
  }
  return Object.entries(taken).map(([label, [first, ...again]]) => ({
    name: `pipeline: ${label}, Adam on Rosenbrock’s`,
    first,
    again,
  }));
}

async function populations(): Promise<Figure[]> {
  const { gpu } = await openNodeGpu();
  const figures: Figure[] = [];
  const plan = (lr: number): Plan => planExperiment({ objective: 'beale', optimizers: [{ name: 'nadam', lr }] });
  const engine = await openWebGpuEngine(gpu);
  figures.push(
    await timed('populate 65,536 cells (first: builds three pipelines)', 5, async () => {
      (await engine.populate(plan(1e-3))).destroy();
    }),
  );
  const population = await engine.populate(plan(1e-3));
  population.advance(100);
  await population.settled();
  figures.push(await timed('measure 65,536 cells', 10, () => population.measure()));
  figures.push(
    await timed('trace of 1,000 steps (first: builds a pipeline)', 5, () =>
      traceOf(engine, plan(1e-3), 0, [3, 3], 1000),
    ),
  );
  const built = engine.pipelinesBuilt;
  let lr = 1e-3;
  const retune = await timed('', 10, () => {
    lr *= 1.1;
    if (!population.retune(plan(lr))) throw new Error('internal: a learning rate changed the structure');
  });
  const more = engine.pipelinesBuilt - built;
  figures.push({ ...retune, name: `retune: plan and numbers of another learning rate (pipelines built: ${more})` });
  population.destroy();
  engine.destroy();
  return figures;
}
