import type { Host } from './host.ts';
import { grouped, rounded } from './table.ts';

const WIDTH = 24;

/** A line on the terminal that shows how far a run has come; where messages go elsewhere it shows nothing. */
export class Progress {
  private readonly started = performance.now();
  private drawn = false;

  constructor(
    private readonly host: Host,
    private readonly steps: number,
  ) {}

  show(step: number, particleStepsPerSecond: number): void {
    if (!this.host.interactive) return;
    const seconds = (performance.now() - this.started) / 1000;
    const share = step / this.steps;
    const left = step > 0 ? `, ${duration((seconds * (1 - share)) / share)} left` : '';
    const full = Math.round(WIDTH * share);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    const count = `${grouped(step)} of ${grouped(this.steps)} steps`;
    this.host.err(`\r\x1b[K${bar} ${count}, ${rounded(particleStepsPerSecond)} particle-steps/s${left}`);
    this.drawn = true;
  }

  /** Says something on a line of its own, terminal or not. */
  say(message: string): void {
    this.clear();
    this.host.err(`scree: ${message}\n`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.drawn) this.host.err('\r\x1b[K');
    this.drawn = false;
  }
}

/** A time as people say it: 8 s, 3 min, 2 h. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
