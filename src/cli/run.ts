import { writeFile } from 'node:fs/promises';
import type { Plan } from '../experiment/index.ts';
import type { Arguments } from './arguments.ts';
import type { CellsFile } from './cells.ts';
import { Drive } from './drive.ts';
import { locating } from './faults.ts';
import { placeOf } from './files.ts';
import { OutputFolder } from './folder.ts';
import type { Host } from './host.ts';
import { readPlan } from './plan.ts';
import { formatReport } from './report.ts';
import { resultOf } from './result.ts';
import { tellingHowFar } from './stopping.ts';
import { type Summary, summarise } from './summary.ts';

const [RESULT, CELLS] = ['result.json', 'cells.parquet'];

/** `scree run`: an experiment from its start to its table and files. */
export async function run({ operand, options }: Arguments, host: Host): Promise<void> {
  const plan = await readPlan(operand, options, host);
  const out = options.get('out');
  const folder = out === undefined ? null : await OutputFolder.make(out, [RESULT, CELLS]);
  let file: CellsFile | null = null;
  let report: string;
  try {
    file = folder && (await openCells(folder, plan));
    report = await locating(placeOf(operand), () => perform(plan, host, folder, file));
  } finally {
    file?.abandon();
    await folder?.removeIfEmpty();
  }
  await host.out(report);
}

/** Runs the plan, writes its files and gives its table. */
async function perform(plan: Plan, host: Host, folder: OutputFolder | null, file: CellsFile | null): Promise<string> {
  const lost = folder ? `; nothing was written to ${folder.path}` : '';
  const drive = await tellingHowFar(
    () => Drive.start(host, plan),
    () => `before the first step${lost}`,
  );
  try {
    return await tellingHowFar(
      () => finish(drive, plan, host, folder, file),
      () => `${drive.howFar()}${lost}`,
    );
  } finally {
    drive.end();
  }
}

async function finish(
  drive: Drive,
  plan: Plan,
  host: Host,
  folder: OutputFolder | null,
  file: CellsFile | null,
): Promise<string> {
  const starting = host.elapsed();
  await drive.finish();
  const summaries: Summary[] = [];
  for (let k = 0; k < plan.optimizers.length; k++) {
    const cells = await drive.cells(k);
    summaries.push(summarise(plan, k, cells));
    await file?.add(k, cells, host.interruption);
  }
  const { stepping, run } = drive;
  const performed = { device: run.engine.device, reason: drive.reason(), starting, stepping };
  const result = resultOf(plan, summaries, run.history, performed);
  await folder?.writing(CELLS, () => file?.finish());
  await folder?.writing(RESULT, (path) => writeFile(path, `${JSON.stringify(result, null, 2)}\n`));
  return formatReport(plan, summaries, { ...performed, whole: host.elapsed() });
}

/** The module that writes Parquet is loaded only where a file is wanted. */
async function openCells(folder: OutputFolder, plan: Plan): Promise<CellsFile> {
  const { CellsFile } = await import('./cells.ts');
  return folder.writing(CELLS, (path) => new CellsFile(path, plan));
}
