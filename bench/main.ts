import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import { openNodeCpuEngine } from '../src/engine/cpu/node.ts';
import type { Engine } from '../src/engine/index.ts';
import { openWebGpuEngine } from '../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../src/engine/webgpu/node.ts';
import { measureCpu } from './cpu.ts';
import { compareKernels } from './kernels.ts';
import { measureNative } from './native.ts';
import { measureNetworks } from './networks.ts';
import { type Options, readOptions } from './options.ts';
import { measurePage } from './page.ts';
import { measurePeers } from './peers.ts';
import { measurePlane } from './plane.ts';
import { measureRates } from './rates.ts';
import { type Section, tableOf } from './report.ts';
import { measureStartup } from './startup.ts';
import { summarize } from './summary.ts';
import { openWorkbench } from './workbench.ts';

/** The parts of the benchmark in their order; each gives null where `--only` leaves nothing of it. */
async function* sections(options: Options, cpu: Engine, gpu: Engine | null): AsyncGenerator<Section | null> {
  yield await measureCpu(options);
  yield await measureRates(cpu, options);
  yield await measureNetworks(cpu, options);
  yield await measurePlane(options);
  if (gpu) {
    yield await measureRates(gpu, options);
    yield await measureNetworks(gpu, options);
    const bench = await openWorkbench();
    yield await compareKernels(bench, options);
  }
  yield measureNative(options);
  yield await measurePeers(gpu ? [cpu, gpu] : [cpu], options);
  yield await measureStartup(options, gpu !== null);
  yield await measurePage(options);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  const gpu = await openGpuEngine();
  const cpu = await openNodeCpuEngine();
  const engines = gpu ? [gpu, cpu] : [cpu];
  const devices = engines.map(({ device }) => device);
  const processor = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
  const machine = { devices, processor, node: process.version };
  const load = [loadavg()];
  for (const { name, software } of devices) console.log(`Device: ${name}${software ? ' (software)' : ''}`);
  console.log(`${processor}; Node ${machine.node}. Load at the start: ${show(load[0])}`);
  const done: Section[] = [];
  for await (const section of sections(options, cpu, gpu)) {
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

/** The WebGPU engine; null where there is no GPU, which leaves out all that is measured on one. */
async function openGpuEngine(): Promise<Engine | null> {
  try {
    return await openWebGpuEngine((await openNodeGpu()).gpu);
  } catch (error) {
    console.log(`WebGPU: left out. ${(error as Error).message}`);
    return null;
  }
}

const show = (load: readonly number[]) => load.map((value) => value.toFixed(1)).join(' ');

await main();
process.exit();
