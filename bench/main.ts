import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { openWebGpuEngine } from '../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../src/engine/webgpu/node.ts';
import { compareKernels } from './kernels.ts';
import { measureNative } from './native.ts';
import { type Options, readOptions } from './options.ts';
import { measurePython } from './python.ts';
import { measureRates } from './rates.ts';
import { type Section, tableOf } from './report.ts';
import { measureStartup } from './startup.ts';
import { summarize } from './summary.ts';
import { compareTracking } from './tracking.ts';
import { openWorkbench } from './workbench.ts';

/** The parts of the benchmark in their order; each gives null where `--only` leaves nothing of it. */
async function* sections(options: Options): AsyncGenerator<Section | null> {
  const { gpu } = await openNodeGpu();
  const engine = await openWebGpuEngine(gpu);
  yield await measureRates(engine, options);
  engine.destroy();
  const bench = await openWorkbench();
  yield await compareKernels(bench, options);
  yield await compareTracking(bench, options);
  yield measureNative(options);
  yield measurePython(options);
  yield await measureStartup(options);
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
  console.log(
    `Device: ${device.name}${device.software ? ' (software)' : ''}; ${machine.processor}; Node ${machine.node}`,
  );
  console.log(`Load at the start: ${show(load[0])}`);
  const done: Section[] = [];
  for await (const section of sections(options)) {
    if (!section) continue;
    done.push(section);
    console.log(tableOf(section));
  }
  const summary = summarize(done);
  if (summary) {
    done.push(summary);
    console.log(tableOf(summary));
  }
  load.push(loadavg());
  console.log(`\nLoad at the end: ${show(load[1])}`);
  mkdirSync(dirname(options.json), { recursive: true });
  const date = new Date().toISOString();
  writeFileSync(
    options.json,
    `${JSON.stringify({ date, ...machine, load, quick: options.quick, sections: done }, null, 1)}\n`,
  );
  console.log(`Written: ${options.json}`);
}

const show = (load: readonly number[]) => load.map((value) => value.toFixed(1)).join(' ');

await main();
process.exit();
