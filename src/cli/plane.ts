import { writeFile } from 'node:fs/promises';
import { shareText } from '../analysis/share-text.ts';
import { type BoxDimension, boundaryOf, boxDimension } from '../analysis/trainability/box-dimension.ts';
import { trainabilityPlane } from '../analysis/trainability/plane.ts';
import { PlaneImage } from '../analysis/trainability/plane-image.ts';
import { type Obstacle, planeObstacle, planePlan } from '../analysis/trainability/plane-plan.ts';
import type { Engine } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import type { Arguments } from './arguments.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf } from './files.ts';
import { OutputFolder } from './folder.ts';
import type { Host } from './host.ts';
import { readPlan } from './plan.ts';
import { Progress } from './progress.ts';
import { tellingHowFar, unlessStopped } from './stopping.ts';
import { counted, formatTable, grouped, rounded } from './table.ts';
import { wholeNumber } from './values.ts';

const FILE = 'plane.csv';
/** Cells along each axis where nothing else is asked for, and at most. */
const RESOLUTION = { usual: 128, most: 4096 } as const;

const OBSTACLES: Readonly<Record<Obstacle, string>> = {
  objective: 'the objective is no network, and a plane of trainability is of networks',
  grid: 'the grid varies fewer than two things; a plane needs grid.x and grid.y, of two cells or more each',
  noise: 'with noise or mini-batches neighbouring networks differ by chance; for a plane, leave out noise and batch',
};

/** One optimizer's plane. */
interface Drawn {
  readonly label: string;
  readonly image: PlaneImage;
  readonly dimension: BoxDimension | null;
}

/** `scree plane`: how well the network of every cell trains, and how rough the boundary is between those that do and those that do not. */
export async function plane({ operand, options }: Arguments, host: Host): Promise<void> {
  const given = await readPlan(operand, options, host);
  const side = options.get('resolution');
  const resolution = side === undefined ? RESOLUTION.usual : wholeNumber(side, '--resolution', 2, RESOLUTION.most);
  const plan = await locating(placeOf(operand), () => {
    const obstacle = planeObstacle(given);
    if (obstacle) throw new BadInput(OBSTACLES[obstacle]);
    return planePlan(given, resolution);
  });
  const out = options.get('out');
  const folder = out === undefined ? null : await OutputFolder.make(out, [FILE]);
  const { engine, reason } = await unlessStopped(host, host.openEngine(given.experiment.engine));
  const progress = new Progress(host, plan.cells * plan.optimizers.length, 'network');
  const stop = new AbortController();
  try {
    const began = host.elapsed();
    const images = plan.optimizers.map(() => new PlaneImage(plan.x.values.length, plan.y.values.length));
    const howFar = () => {
      const done = images.reduce((sum, image) => sum + image.done, 0);
      const lost = folder ? `; nothing was written to ${folder.path}` : '';
      return `at ${counted(done, 'network')} of ${grouped(plan.cells * images.length)}${lost}`;
    };
    const drawn: Drawn[] = [];
    for (const [k, image] of images.entries()) {
      const computing = compute(engine, plan, k, image, progress, stop.signal);
      await tellingHowFar(() => unlessStopped(host, computing), howFar);
      const { values, columns, rows } = image;
      const dimension = boxDimension(boundaryOf(values, columns, rows), columns - 1, rows - 1);
      drawn.push({ label: plan.optimizers[k].label, image, dimension });
    }
    progress.clear();
    const seconds = host.elapsed() - began;
    await folder?.writing(FILE, (path) => writeFile(path, csv(plan, drawn)));
    await host.out(report(plan, drawn, seconds, `${engine.device.name}`, reason));
  } finally {
    stop.abort();
    progress.clear();
    engine.destroy();
    await folder?.removeIfEmpty();
  }
}

async function compute(
  engine: Engine,
  plan: Plan,
  optimizer: number,
  image: PlaneImage,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const began = performance.now();
  for await (const part of trainabilityPlane(engine, plan, optimizer, signal)) {
    image.add(part);
    const rate = (1000 * image.done) / (performance.now() - began);
    progress.show(optimizer * plan.cells + image.done, rate);
  }
}

function report(plan: Plan, drawn: readonly Drawn[], seconds: number, device: string, reason: string | null): string {
  const columns = [
    { heading: 'optimizer' },
    ...['trained', 'box dimension', 'median of slopes'].map((heading) => ({ heading, right: true })),
  ];
  const rows = drawn.map(({ label, image, dimension }) => [
    label,
    shareText(
      image.values.reduce((sum, value) => sum + Number(value <= 0), 0),
      image.values.length,
    ),
    dimension ? `${dimension.dimension.toFixed(3)} ± ${dimension.error.toFixed(3)}` : '–',
    dimension ? dimension.median.toFixed(3) : '–',
  ]);
  const small = drawn.some(({ dimension }) => dimension === null);
  const why = small ? 'A box dimension takes a boundary, and 64 networks or so along each axis.\n' : '';
  const networks = plan.cells * plan.optimizers.length;
  const speed = `${rounded(networks / seconds)} networks/s`;
  const size = `${plan.x.values.length} × ${plan.y.values.length} networks × ${plan.optimizers.length} × ${counted(plan.steps, 'step')}`;
  return `${formatTable(columns, rows)}${why}${size} in ${seconds.toFixed(1)} s on ${device}: ${speed}.\n${reason === null ? '' : `${reason}\n`}`;
}

/** A line for each network: its optimizer, its values on both axes, its measure. */
function csv({ x, y }: Plan, drawn: readonly Drawn[]): string {
  const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [`optimizer,${quoted(x.label)},${quoted(y.label)},trainability`];
  for (const { label, image } of drawn) {
    for (let j = 0; j < image.rows; j++) {
      for (let i = 0; i < image.columns; i++)
        lines.push(`${quoted(label)},${x.values[i]},${y.values[j]},${image.values[j * image.columns + i]}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
