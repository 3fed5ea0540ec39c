import { ModuleWriter } from '../../formula/wasm/index.ts';
import { findScaleInWorker } from '../scale-thread.ts';
import type { Engine } from '../types.ts';
import { openBrowserPool } from './browser-workers.ts';
import { CpuEngine } from './engine.ts';
import { CpuSurfaceView } from './view/view.ts';

/** Opens the CPU engine in a browser, with a Web Worker for each core. Throws an Error with a sentence where it cannot run. */
export async function openBrowserCpuEngine(): Promise<Engine> {
  if (!hasVectors()) throw new Error('This browser does not run WebAssembly with vectors (SIMD).');
  return new CpuEngine(openBrowserPool(), CpuSurfaceView.create, findScaleInWorker);
}

function hasVectors(): boolean {
  const writer = new ModuleWriter(0);
  writer.function('probe', 1, (code) => {
    code.store(0, 0, writer.lanes.f32(0));
  });
  return typeof WebAssembly === 'object' && WebAssembly.validate(writer.finish(1));
}
