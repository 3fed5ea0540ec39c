import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { openWebGpuEngine } from '../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../src/engine/webgpu/node.ts';
import { compareKernels } from './kernels.ts';
import { type Options, readOptions } from './options.ts';
import { measureRates } from './rates.ts';
import { type Section, tableOf } from './report.ts';
import { openWorkbench } from './workbench.ts';

/** The parts of the benchmark in their order; each gives null where `--only` leaves nothing of it. */
async function* sections(options: Options): AsyncGenerator<Section | null> {
  const { gpu } = await openNodeGpu();
  const engine = await openWebGpuEngine(gpu);
  yield await measureRates(engine, options);
  engine.destroy();
  const bench = await openWorkbench();
  yield await compareKernels(bench, options);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  const { gpu } = await openNodeGpu();
  const probe = await openWebGpuEngine(gpu);
  const { device } = probe;
  probe.destroy();
  const machine = { device, processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, node: process.version };
  const load = [loadavg()];
  console.log(`Device: ${device.name}${device.software ? ' (software)' : ''}; ${machine.processor}; Node ${machine.node}`);
  console.log(`Load at the start: ${show(load[0])}`);
  const done: Section[] = [];
  for await (const section of sections(options)) {
    if (!section) continue;
    done.push(section);
    console.log(tableOf(section));
  }
  load.push(loadavg());
  console.log(`\nLoad at the end: ${show(load[1])}`);
  mkdirSync(dirname(options.json), { recursive: true });
  const date = new Date().toISOString();
  writeFileSync(options.json, `${JSON.stringify({ date, ...machine, load, quick: options.quick, sections: done }, null, 1)}\n`);
  console.log(`Written: ${options.json}`);
}

const show = (load: readonly number[]) => load.map((value) => value.toFixed(1)).join(' ');

await main();
process.exit();
