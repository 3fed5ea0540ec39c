import { setTimeout as sleep } from 'node:timers/promises';
import { type CellTable, Run } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import type { Host } from './host.ts';
import { Progress } from './progress.ts';

/** Time between two looks at what the user wants, in ms. */
const TICK = 100;
/** A device that is lost so often will be lost again. */
const MAX_LOSSES = 5;
/** Time that the news of a device's loss may take, in ms. */
const NEWS = 500;

/** Drives a run from its start to the cells at its end, through losses of the device and the user's wish to stop. */
export class Drive {
  private constructor(
    private readonly host: Host,
    readonly run: Run,
    private readonly progress: Progress,
    /** Why the engine is the one it is; null where there is nothing to tell. */
    readonly reason: () => string | null,
  ) {}

  static async start(host: Host, plan: Plan): Promise<Drive> {
    const progress = new Progress(host, plan.steps);
    let reason: string | null = null;
    const open = async () => {
      const opened = await host.openEngine(plan.experiment.engine);
      reason = opened.reason;
      return opened.engine;
    };
    let losses = 0;
    const run = await Run.start(open, plan, {
      resumed(step, reason) {
        progress.say(`the device was lost (${reason}); the run goes on from step ${step}`);
        if (++losses === MAX_LOSSES) throw new Error(`the device was lost ${losses} times; try a smaller grid`);
      },
    });
    return new Drive(host, run, progress, () => reason);
  }

  /** Advances to the last step; every measurement has arrived then. */
  async finish(): Promise<void> {
    do {
      this.host.interruption.throwIfAborted();
      await this.run.tick(TICK);
      this.progress.show(this.run.step, this.run.particleStepsPerSecond);
    } while (!this.run.done);
    await this.run.finished();
  }

  /** Reads one optimizer's cells; where the device is lost by then, repeats what was lost with it. */
  async cells(optimizer: number): Promise<CellTable> {
    for (;;) {
      this.host.interruption.throwIfAborted();
      const { engine, population, plan } = this.run;
      this.progress.draw(`reading the cells of ${plan.optimizers[optimizer].label}`);
      try {
        return await population.cells(optimizer);
      } catch (error) {
        const lost = await Promise.race([engine.lost.then(() => true), sleep(NEWS, false, { ref: false })]);
        if (!lost) throw error;
        await this.finish();
      }
    }
  }

  /** Frees the device and takes the progress line away. */
  end(): void {
    this.progress.clear();
    this.run.destroy();
    this.run.engine.destroy();
  }
}
