import type { Engine } from '../../src/engine/index.ts';
import { openWebGpuEngine } from '../../src/engine/webgpu/index.ts';
import { openNodeGpu } from '../../src/engine/webgpu/node.ts';

/** Engines whose device and shaders are in the test's hands. */
export class Tap {
  /** Every device opened so far. */
  readonly devices: GPUDevice[] = [];
  private readonly engines: Engine[] = [];

  /** @param rewrite changes the text of every shader */
  constructor(private readonly rewrite: (code: string) => string = (code) => code) {}

  readonly open = async (): Promise<Engine> => {
    const { gpu } = await openNodeGpu();
    const requestAdapter = async (options?: GPURequestAdapterOptions) => {
      const adapter = (await gpu.requestAdapter(options)) as GPUAdapter;
      const requestDevice = async (descriptor?: GPUDeviceDescriptor) => {
        const device = await adapter.requestDevice(descriptor);
        this.devices.push(device);
        const create = device.createShaderModule.bind(device);
        device.createShaderModule = (module) => create({ ...module, code: this.rewrite(module.code) });
        return device;
      };
      return { limits: adapter.limits, info: adapter.info, requestDevice };
    };
    const engine = await openWebGpuEngine({ requestAdapter } as unknown as GPU);
    this.engines.push(engine);
    return engine;
  };

  /** Takes the device that was opened last away, as a driver's crash does. */
  lose(): void {
    this.devices.at(-1)?.destroy();
  }

  close(): void {
    for (const engine of this.engines) engine.destroy();
  }
}
