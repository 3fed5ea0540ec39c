import { readFileSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import type { Opened } from '../../src/cli/engine.ts';
import type { Host } from '../../src/cli/host.ts';
import { runProgram } from '../../src/cli/program.ts';
import type { CellTable, Engine, Measurement, Population, TraceRow } from '../../src/engine/index.ts';
import type { EngineChoice, Plan } from '../../src/experiment/index.ts';

/** A host that keeps what is written. */
export class FakeHost implements Host {
  output = '';
  messages = '';
  interactive = false;
  columns: number | null = null;
  /** Choices of engine that were asked for. */
  readonly choices: EngineChoice[] = [];
  /** Why the engine is the one it is. */
  reason: string | null = null;
  stop = new AbortController();

  constructor(
    private readonly standardInput = '',
    private readonly engine?: () => Engine | Promise<Engine>,
  ) {}

  async out(text: string): Promise<void> {
    this.output += text;
  }
  err(text: string): void {
    this.messages += text;
  }
  async *input(): AsyncIterable<Uint8Array> {
    yield new TextEncoder().encode(this.standardInput);
  }
  async openEngine(choice: EngineChoice): Promise<Opened> {
    this.choices.push(choice);
    if (!this.engine) throw new Error('no GPU here');
    return { engine: await this.engine(), reason: this.reason };
  }
  elapsed(): number {
    return performance.now() / 1000;
  }
  get interruption(): AbortSignal {
    return this.stop.signal;
  }
}

/** What the program gives for these arguments. */
export async function scree(args: readonly string[], host = new FakeHost()) {
  const code = await runProgram(args, host);
  return { code, output: host.output, messages: host.messages };
}

/** Rows of a Parquet file, from this one to the last. */
export async function rowsOf(path: string, rowStart = 0): Promise<Record<string, unknown>[]> {
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return parquetReadObjects({ file, rowStart });
}

/** Cells whose every number tells which cell it is of. */
export function fakeCells(plan: Plan, step: number): CellTable {
  const { cells } = plan;
  const floats = (of: (cell: number) => number) => Float32Array.from({ length: cells }, (_, cell) => of(cell));
  return {
    step,
    start: plan.objective.parameters.map((_, p) => floats((cell) => cell + 0.25 * p)),
    theta: plan.objective.parameters.map((_, p) => floats((cell) => -cell - 0.25 * p)),
    outcome: Uint8Array.from({ length: cells }, (_, cell) => cell % 6),
    minimum: Int16Array.from({ length: cells }, (_, cell) => (cell % 6 === 0 ? (cell / 6) % 4 : -1)),
    divergedAt: Int32Array.from({ length: cells }, (_, cell) => (cell % 6 === 5 ? cell : -1)),
    arrivedAt: Int32Array.from({ length: cells }, (_, cell) => (cell % 3 === 0 ? 10 * cell : -1)),
    loss: floats((cell) => (cell % 6 === 5 ? 1e30 : cell / 8)),
    best: floats((cell) => cell / 16),
    gradientNorm: floats((cell) => (cell % 6 === 5 ? 1e30 : cell / 4)),
    ratios: null,
  };
}

/** An engine that computes nothing; with `losesAt`, its device is lost when a population reaches that step. */
export class FakeEngine implements Engine {
  readonly device = {
    engine: 'cpu',
    name: 'fake',
    vendor: '',
    architecture: '',
    software: true,
    graphics: true,
  } as const;
  readonly pipelinesBuilt = 0;
  readonly lost: Promise<string>;
  destroyed = 0;
  /** Rows of traces that were computed. */
  followed = 0;
  /** Called whenever steps have been made. */
  settled = async () => {};
  private lose: (reason: string) => void = () => {};
  private isLost = false;

  constructor(private readonly losesAt = Number.POSITIVE_INFINITY) {
    this.lost = new Promise((resolve) => {
      this.lose = resolve;
    });
  }

  async populate(plan: Plan): Promise<Population> {
    let step = 0;
    const alive = async <T>(value: () => T): Promise<T> => {
      if (this.isLost) throw new Error('the device is lost');
      return value();
    };
    return {
      plan,
      get step() {
        return step;
      },
      advance: (count) => {
        step += count;
        if (step < this.losesAt) return;
        this.isLost = true;
        this.lose('pulled out');
      },
      settled: () => this.settled(),
      measure: () => alive(() => fakeMeasurement(plan, step)),
      retune: () => false,
      know: () => {},
      reset: () => {
        step = 0;
      },
      cells: () => alive(() => fakeCells(plan, step)),
      checkpoint: async () => ({ step, states: [] }),
      restore: (checkpoint) => {
        step = checkpoint.step;
      },
      destroy: () => {},
    };
  }
  async trace(): Promise<never> {
    throw new Error('not here');
  }
  /** Two rows a batch; `settled` is called between batches. */
  async *follow(plan: Plan, _optimizer: number, _cell: readonly [number, number], steps: number) {
    for (let step = 0; step <= steps; step += 2) {
      if (step > 0) await this.settled();
      const count = Math.min(2, steps + 1 - step);
      this.followed += count;
      yield Array.from({ length: count }, (_, k) => fakeRow(plan, step + k));
    }
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
  destroy(): void {
    this.destroyed++;
  }
}

function fakeRow(plan: Plan, step: number): TraceRow {
  const numbers = new Float32Array(plan.objective.parameters.length).fill(step);
  return {
    step,
    theta: numbers,
    loss: step,
    gradient: numbers,
    gradientNorm: 1,
    u: numbers,
    eta: 0.5,
    effective: numbers,
  };
}

function fakeMeasurement(plan: Plan, step: number): Measurement {
  const quantiles = new Float64Array(5).fill(Number.NaN);
  const measure = {
    loss: quantiles,
    lossCounts: { first: 0, counts: new Uint32Array(), signed: false, from: 0 },
    gradientNorm: quantiles,
    effectiveStep: quantiles,
    outcomes: new Uint32Array(6),
    arrived: 0,
  };
  return { step, optimizers: plan.optimizers.map(() => measure) };
}
