import advanceShader from '../shaders/advance.wgsl?raw';
import { readCells } from '../src/engine/webgpu/cells.ts';
import { Trajectories } from '../src/engine/webgpu/trajectories.ts';
import { type Plan, planExperiment } from '../src/experiment/index.ts';
import { planCase } from './cases.ts';
import type { Options } from './options.ts';
import { millions, type Section } from './report.ts';
import { type Contender, median, ratio, sample } from './sampling.ts';
import { type Form, trackingForms } from './tracking-forms.ts';
import { reset, type Workbench } from './workbench.ts';

/** Forms of telling outcomes: their speed, and whether they tell to the bit what the engine's kernel does. */
export async function compareTracking(bench: Workbench, options: Options): Promise<Section | null> {
  const forms = trackingForms(advanceShader).filter(({ name }, i) => i === 0 || options.only.test(`tracking: ${name}`));
  if (forms.length === 1) return null;
  const plan = planCase('adam', 'rosenbrock', bench.software ? 1024 : 1_048_576, 2000);
  const trial = trialPlan();
  const contenders: Contender[] = [];
  const equal: (string | null)[] = [];
  const broken: string[] = [];
  const ours = await outcomesOf(bench, trial, advanceShader);
  for (const form of [...forms]) {
    try {
      const same = form.complete ? differences(ours, await outcomesOf(bench, trial, form.text)) : null;
      contenders.push(await contenderOf(bench, plan, form));
      equal.push(same);
    } catch (error) {
      // The forms call functions of the engine's shaders, which may have changed since.
      broken.push(`${form.name}: left out. ${(error as Error).message}`);
      forms.splice(forms.indexOf(form), 1);
    }
  }
  const samples = await sample(contenders, options.quick ? 5 : 15);
  const engine = samples.find((_, i) => forms[i].text === advanceShader);
  const { software } = bench;
  return {
    name: 'tracking',
    title: 'Ways to tell outcomes in the generated kernel: Adam on Rosenbrock’s function',
    columns: ['M steps/s', '/ nothing', '/ engine’s', 'same as the engine’s'],
    rows: samples.map((item, i) => {
      const beside = engine ? ratio(item, engine, software) : null;
      return {
        name: item.name,
        cells: [millions(median(item.rates)), ratio(item, samples[0], software), beside, equal[i]],
        details: item,
      };
    }),
    notes: [
      ...broken,
      `Compared on ${trial.cells} trajectories: ${tally(ours.arrivedAt)} arrive, ${tally(ours.divergedAt)} diverge.`,
      ...(software ? ['Software: ratios compare processor time.'] : []),
    ],
  };
}

/** Learning rates over seven decades, so that many trajectories diverge and many arrive, at all steps. */
function trialPlan(): Plan {
  return planExperiment({
    objective: 'rosenbrock',
    optimizers: [{ name: 'adam' }],
    grid: {
      x: { vary: 'lr', from: 1e-4, to: 1e3, count: 32, scale: 'log' },
      y: { vary: 'y', from: -1, to: 3, count: 32 },
    },
    steps: 500,
  });
}

async function build(bench: Workbench, plan: Plan, text: string) {
  const { device, layouts, pipelines } = bench.workshop;
  const trajectories = await Trajectories.create(bench.workshop, plan, 0, { cells: plan.cells, first: 0 });
  const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts.run] });
  const pipeline = await pipelines.computePipeline('advance', [...trajectories.texts, text], layout);
  const advance = async (from: number, count: number) => {
    trajectories.prepare({ step: from, count, flags: 0, interval: 0 });
    await bench.submit((pass) => trajectories.dispatch(pass, pipeline));
  };
  return { trajectories, advance };
}

async function contenderOf(bench: Workbench, plan: Plan, { name, text }: Form): Promise<Contender> {
  const { trajectories, advance } = await build(bench, plan, text);
  return {
    name,
    prepare: () => reset(bench, trajectories),
    async run() {
      await advance(0, plan.steps);
      return plan.cells * plan.steps;
    },
  };
}

/** What a form tells after all steps, made in two passes of uneven length. */
async function outcomesOf(bench: Workbench, plan: Plan, text: string) {
  const { trajectories, advance } = await build(bench, plan, text);
  await reset(bench, trajectories);
  await advance(0, 123);
  await advance(123, plan.steps - 123);
  const cells = await readCells(bench.workshop.readback, trajectories, plan, plan.steps);
  trajectories.destroy();
  const { theta, best, arrivedAt, divergedAt } = cells;
  return { places: [...theta], best, arrivedAt, divergedAt };
}

/** How many have a step at which it happened. */
const tally = (steps: Int32Array) => steps.filter((step) => step >= 0).length;

type Outcomes = Awaited<ReturnType<typeof outcomesOf>>;

/** How two tellings differ, in words. */
function differences(a: Outcomes, b: Outcomes): string {
  const count = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).filter((value, i) => !Object.is(value, y[i])).length;
  const found = {
    places: a.places.reduce((sum, values, i) => sum + count(values, b.places[i]), 0),
    best: count(a.best, b.best),
    arrivals: count(a.arrivedAt, b.arrivedAt),
    divergences: count(a.divergedAt, b.divergedAt),
  };
  const texts = Object.entries(found).filter(([, number]) => number > 0);
  return texts.length === 0 ? 'yes' : texts.map(([name, number]) => `${number} ${name} differ`).join(', ');
}
