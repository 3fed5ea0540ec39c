import { writeFile } from 'node:fs/promises';
import { fileWriter } from 'hyparquet-writer';
import { type Drawing, picturePlan, TARGETS } from '../analysis/minimum-ratio/networks.ts';
import { END_KINDS, minimumRatios, type NetworkEnd } from '../analysis/minimum-ratio/picture.ts';
import { type RatioStatistics, ratioStatistics } from '../analysis/minimum-ratio/statistics.ts';
import type { DeviceInfo } from '../engine/index.ts';
import { ENGINE_CHOICES, type EngineChoice, LIMITS } from '../experiment/index.ts';
import { stretchesOf } from '../export/columns.ts';
import { ParquetTable } from '../export/parquet.ts';
import { ratioColumns } from '../export/ratio-columns.ts';
import type { Arguments } from './arguments.ts';
import { OutputFolder } from './folder.ts';
import type { Host } from './host.ts';
import { Progress } from './progress.ts';
import { tellingHowFar, unlessStopped } from './stopping.ts';
import { counted, formatTable, grouped, rounded } from './table.ts';
import { oneOf, wholeNumber } from './values.ts';

const [RESULT, NETWORKS] = ['result.json', 'networks.parquet'];
/** Networks of the lecture's picture, and the most that are trained at a time. */
const [USUAL, MOST] = [1000, LIMITS.axis];

/** `scree ratio`: the picture of loss against minimum ratio at critical points of small networks, as numbers. */
export async function ratio({ operand, options }: Arguments, host: Host): Promise<void> {
  const number = (name: string, usual: number, low: number, high: number) =>
    options.has(name) ? wholeNumber(options.get(name) as string, `--${name}`, low, high) : usual;
  const drawing = {
    target: oneOf(operand, 'ratio', TARGETS),
    networks: number('networks', USUAL, 2, MOST),
    seed: number('seed', 0, 0, 2 ** 32 - 1),
  };
  const choice = oneOf<EngineChoice>(options.get('engine') ?? 'auto', '--engine', ENGINE_CHOICES);
  const out = options.get('out');
  const folder = out === undefined ? null : await OutputFolder.make(out, [RESULT, NETWORKS]);
  try {
    const made = await make(drawing, choice, host);
    const result = { ...drawing, ...made, statistics: ratioStatistics(made.ends) };
    await folder?.writing(NETWORKS, (path) => writeNetworks(path, drawing, made.ends));
    await folder?.writing(RESULT, (path) => writeFile(path, json(result)));
    await host.out(options.has('json') ? json(result) : report(result));
  } finally {
    await folder?.removeIfEmpty();
  }
}

interface Made {
  readonly ends: readonly NetworkEnd[];
  readonly device: DeviceInfo;
  /** From the first network's training to the last one's end. */
  readonly seconds: number;
}

async function make(drawing: Drawing, choice: EngineChoice, host: Host): Promise<Made> {
  const ends: NetworkEnd[] = [];
  const progress = new Progress(host, drawing.networks);
  const howFar = () => `after ${grouped(ends.length)} of ${counted(drawing.networks, 'network')}`;
  return tellingHowFar(async () => {
    const { engine } = await unlessStopped(host, host.openEngine(choice));
    try {
      const began = host.elapsed();
      const batches = minimumRatios(engine, drawing);
      for (;;) {
        const { done, value } = await unlessStopped(host, batches.next());
        if (done) {
          // They come as they are ready.
          ends.sort((a, b) => a.index - b.index);
          return { ends, device: engine.device, seconds: host.elapsed() - began };
        }
        ends.push(...value);
        progress.draw(howFar());
      }
    } finally {
      progress.clear();
      engine.destroy();
    }
  }, howFar);
}

function writeNetworks(path: string, drawing: Drawing, ends: readonly NetworkEnd[]): void {
  const { parameters } = picturePlan(drawing).objective;
  const table = new ParquetTable(fileWriter(path), 'networks', ratioColumns(parameters));
  for (const stretch of stretchesOf(ends, ends.length)) table.write(stretch);
  table.finish();
}

type Result = Drawing & Made & { readonly statistics: RatioStatistics };

function json({ target, networks, seed, device, seconds, statistics }: Result): string {
  const { medianGradientNorm, correlation, byRatio, kinds } = statistics;
  const result = {
    target,
    networks,
    seed,
    device,
    seconds,
    median_gradient_norm: medianGradientNorm,
    correlation,
    ends: kinds,
    ratios: byRatio.map(({ ratio, networks, medianLoss }) => ({ ratio, networks, median_loss: medianLoss })),
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function report({ target, networks, device, seconds, statistics }: Result): string {
  const { medianGradientNorm, correlation, byRatio, kinds } = statistics;
  const columns = ['minimum ratio', 'networks', 'median loss'].map((heading) => ({ heading, right: true }));
  const rows = byRatio.map((each) => [each.ratio.toFixed(2), grouped(each.networks), rounded(each.medianLoss)]);
  const ends = END_KINDS.map((kind) => `${grouped(kinds[kind])} ${kind}`).join(', ');
  return [
    formatTable(columns, rows),
    `${counted(networks, 'network')} on ${target}: ${ends}`,
    `correlation of loss and ratio ${rounded(correlation)}, median gradient norm ${rounded(medianGradientNorm)}`,
    `${device.name}: ${rounded(seconds)} s`,
    '',
  ].join('\n');
}
