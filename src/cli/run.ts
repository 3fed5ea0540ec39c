import { mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Plan } from '../experiment/index.ts';
import type { Arguments } from './arguments.ts';
import type { CellsFile } from './cells.ts';
import { Drive } from './drive.ts';
import { BadInput, locating } from './faults.ts';
import { placeOf, reason } from './files.ts';
import type { Host } from './host.ts';
import { readPlan } from './plan.ts';
import { formatReport } from './report.ts';
import { resultOf } from './result.ts';
import { type Summary, summarise } from './summary.ts';

/** `scree run`: an experiment from its start to its table and files. */
export async function run({ operand, options }: Arguments, host: Host): Promise<void> {
  const plan = await readPlan(operand, options, host);
  const folder = options.get('out');
  if (folder !== undefined) await makeFolder(folder);

  const file = folder === undefined ? null : await openCells(join(folder, 'cells.parquet'), plan);
  let report: string;
  try {
    report = await locating(placeOf(operand), () => perform(plan, host, folder, file));
  } finally {
    file?.abandon();
  }
  await host.out(report);
}

/** Runs the plan, writes its files and gives its table. */
async function perform(plan: Plan, host: Host, folder: string | undefined, file: CellsFile | null): Promise<string> {
  const started = performance.now();
  const drive = await Drive.start(host, plan);
  try {
    await drive.finish();
    const seconds = (performance.now() - started) / 1000;
    const summaries: Summary[] = [];
    for (let k = 0; k < plan.optimizers.length; k++) {
      const cells = await drive.cells(k);
      summaries.push(summarise(plan, k, cells));
      file?.add(k, cells);
    }
    file?.finish();
    const { particleStepsPerSecond, history, engine } = drive.run;
    const performed = { device: engine.device, reason: drive.reason(), seconds, particleStepsPerSecond };
    if (folder !== undefined) {
      const result = resultOf(plan, summaries, history, performed);
      await writeFile(join(folder, 'result.json'), `${JSON.stringify(result, null, 2)}\n`);
    }
    return formatReport(plan, summaries, performed);
  } finally {
    drive.end();
  }
}

/** The module that writes Parquet is loaded only where a file is wanted. */
async function openCells(path: string, plan: Plan): Promise<CellsFile> {
  const { CellsFile } = await import('./cells.ts');
  return new CellsFile(path, plan);
}

async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => null);
  if (there && !there.isDirectory()) throw new BadInput(`--out: ${folder} is a file; name a folder`);
  try {
    await makeFolders(resolve(folder));
  } catch (error) {
    const why = reason(error);
    throw why ? new BadInput(`--out: ${folder}: ${why}`) : error;
  }
}

/** Makes a folder and those above it. Node's own recursive way never returns where a parent is there but refuses. */
async function makeFolders(folder: string): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder));
  await mkdir(folder);
}
