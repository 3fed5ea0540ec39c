import { setTimeout as sleep } from 'node:timers/promises';
import { type CellTable, Run } from '../engine/index.ts';
import type { Plan } from '../experiment/index.ts';
import type { Host } from './host.ts';
import { Progress } from './progress.ts';
import { unlessStopped } from './stopping.ts';
import { grouped } from './table.ts';

/** Time between two looks at what the user wants, in ms. */
const TICK = 100;
/** A device that is lost so often will be lost again. */
const MAX_LOSSES = 5;
/** Time that the news of a device's loss may take, in ms. */
const NEWS = 500;

/** Drives a run from its start to the cells at its end, through losses of the device and the user's wish to stop. */
export class Drive {
  /** Seconds in which steps were made and measured. */
  stepping = 0;

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
    const starting = Run.start(open, plan, {
      resumed(step, reason) {
        progress.say(`the device was lost (${reason}); the run goes on from step ${step}`);
        if (++losses === MAX_LOSSES) throw new Error(`the device was lost ${losses} times; try a smaller grid`);
      },
    });
    return new Drive(host, await unlessStopped(host, starting), progress, () => reason);
  }

  /** Advances to the last step; every measurement has arrived then. */
  async finish(): Promise<void> {
    const began = this.host.elapsed();
    do {
      await unlessStopped(this.host, this.run.tick(TICK));
      this.progress.show(this.run.step, this.run.particleStepsPerSecond);
    } while (!this.run.done);
    await unlessStopped(this.host, this.run.finished());
    this.stepping += this.host.elapsed() - began;
  }

  /** How far the run has come, for people. */
  howFar(): string {
    const { step, plan, done } = this.run;
    return done ? 'after the last step, before the table' : `at step ${grouped(step)} of ${grouped(plan.steps)}`;
  }

  /** Reads one optimizer's cells; where the device is lost by then, repeats what was lost with it. */
  async cells(optimizer: number): Promise<CellTable> {
    for (;;) {
      const { engine, population, plan } = this.run;
      this.progress.draw(`reading the cells of ${plan.optimizers[optimizer].label}`);
      try {
        return await unlessStopped(this.host, population.cells(optimizer));
      } catch (error) {
        this.host.interruption.throwIfAborted();
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
