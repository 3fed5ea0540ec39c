/** Compiled pipelines of one device, each built once for its text: a slider's change finds what it needs here. */
export class Pipelines {
  private readonly compute = new Map<string, Promise<GPUComputePipeline>>();
  private readonly render = new Map<string, Promise<GPURenderPipeline>>();
  /** Number of pipelines built so far. */
  built = 0;

  constructor(private readonly device: GPUDevice) {}

  /** The compute pipeline whose module is these texts one after another; its entry point has the label's last word as name. */
  computePipeline(label: string, texts: readonly string[], layout: GPUPipelineLayout): Promise<GPUComputePipeline> {
    const code = texts.join('\n');
    const known = this.compute.get(code);
    if (known) return known;
    this.built++;
    const building = this.module(label, code).then((module) =>
      this.device.createComputePipelineAsync({ label, layout, compute: { module } }),
    );
    this.compute.set(code, building);
    return building;
  }

  /** The render pipeline whose module is these texts one after another, with the entry points `vertex` and `fragment`. */
  renderPipeline(
    label: string,
    texts: readonly string[],
    layout: GPUPipelineLayout,
    target: GPUColorTargetState,
  ): Promise<GPURenderPipeline> {
    const code = texts.join('\n');
    const key = `${target.format}\n${code}`;
    const known = this.render.get(key);
    if (known) return known;
    this.built++;
    const building = this.module(label, code).then((module) =>
      this.device.createRenderPipelineAsync({
        label,
        layout,
        vertex: { module },
        fragment: { module, targets: [target] },
      }),
    );
    this.render.set(key, building);
    return building;
  }

  private async module(label: string, code: string): Promise<GPUShaderModule> {
    const module = this.device.createShaderModule({ label, code });
    const { messages } = await module.getCompilationInfo();
    const errors = messages.filter(({ type }) => type === 'error');
    if (errors.length === 0) return module;
    const lines = code.split('\n');
    const shown = errors.map(({ lineNum, message }) => `line ${lineNum}: ${message}\n  ${lines[lineNum - 1]}`);
    throw new Error(`internal: the shader ${label} does not compile\n${shown.join('\n')}`);
  }
}
