import type { Checkpoint, Engine, Measurement, Population } from '../../src/engine/index.ts';
import type { Plan } from '../../src/experiment/index.ts';

/** A promise that a test resolves when it likes. */
export class Gate {
  open: () => void = () => {};
  readonly passed = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

/** An engine whose populations count their steps, each weighed by the plan's noise: so a test sees which plan made them. */
export class FakeEngine implements Engine {
  readonly device;
  readonly pipelinesBuilt = 0;
  readonly lost: Promise<string>;
  readonly populations: FakePopulation[] = [];
  isLost = false;
  /** What populations are built after. */
  building: Promise<void> = Promise.resolve();
  /** What checkpoints are given after. */
  reading: Promise<void> = Promise.resolve();
  /** Thrown instead of building a population. */
  refusal: Error | null = null;
  /** Whether populations take over other numbers. */
  retunes = true;
  private tellLoss: (reason: string) => void = () => {};

  constructor(name: string, engine: 'webgpu' | 'cpu' = 'webgpu') {
    this.device = { engine, name, vendor: '', architecture: '', software: false, graphics: true } as const;
    this.lost = new Promise((resolve) => {
      this.tellLoss = resolve;
    });
  }

  lose(reason = 'pulled out'): void {
    this.isLost = true;
    this.tellLoss(reason);
  }

  async populate(plan: Plan): Promise<Population> {
    await this.building;
    if (this.refusal) throw this.refusal;
    const population = new FakePopulation(this, plan);
    this.populations.push(population);
    return population;
  }

  follow(): never {
    throw new Error('not here');
  }
  async evaluate(): Promise<never> {
    throw new Error('not here');
  }
  async settle(): Promise<never> {
    throw new Error('not here');
  }
  async eigenvalues(): Promise<never> {
    throw new Error('not here');
  }
  async view(): Promise<never> {
    throw new Error('not here');
  }
  destroy(): void {}
}

/** A population of a `FakeEngine`. */
export class FakePopulation implements Population {
  step = 0;
  /** Steps made, each weighed by the noise of the plan that it was made by. */
  weight = 0;
  destroyed = false;

  constructor(
    private readonly engine: FakeEngine,
    public plan: Plan,
  ) {}

  advance(count: number): void {
    this.check();
    this.step += count;
    this.weight += count * this.plan.noise;
  }
  async settled(): Promise<void> {}
  async measure(): Promise<Measurement> {
    const { step } = this;
    await Promise.resolve();
    this.check();
    return { step, optimizers: [] };
  }
  retune(plan: Plan): boolean {
    if (!this.engine.retunes || plan.steps !== this.plan.steps) return false;
    this.plan = plan;
    return true;
  }
  know(plan: Plan): void {
    this.plan = plan;
  }
  reset(): void {
    this.step = 0;
    this.weight = 0;
  }
  async cells(): Promise<never> {
    throw new Error('not here');
  }
  async checkpoint(): Promise<Checkpoint> {
    const { step, weight } = this;
    await this.engine.reading;
    this.check();
    return { step, states: [{ values: Float32Array.of(weight), tallies: new Uint32Array() }] };
  }
  restore({ step, states }: Checkpoint): void {
    this.step = step;
    this.weight = states[0].values[0];
  }
  destroy(): void {
    this.destroyed = true;
  }

  private check(): void {
    if (this.destroyed) throw new Error('this population was destroyed');
    if (this.engine.isLost) throw new Error('the device is lost');
  }
}
