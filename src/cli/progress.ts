import type { Host } from './host.ts';
import { counted, grouped, rounded } from './table.ts';

const WIDTH = 24;

/** A line on the terminal that shows how far a run has come; where messages go elsewhere it shows nothing. */
export class Progress {
  private first: { readonly step: number; readonly time: number } | null = null;
  private drawn = false;

  constructor(
    private readonly host: Host,
    private readonly steps: number,
    /** What is counted. */
    private readonly what: 'step' | 'network' = 'step',
  ) {}

  /** Shows how far it has come, and how many are done a second. */
  show(step: number, perSecond: number): void {
    // The start, with its compilations, tells nothing about the rest.
    this.first ??= { step, time: performance.now() };
    const made = step - this.first.step;
    const seconds = (performance.now() - this.first.time) / 1000;
    const left = made > 0 ? `, ${duration((seconds * (this.steps - step)) / made)} left` : '';
    const full = Math.round((WIDTH * step) / this.steps);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    const count = `${grouped(step)} of ${counted(this.steps, this.what)}`;
    const rate = this.what === 'step' ? 'particle-steps/s' : 'networks/s';
    this.draw(`${bar} ${count}, ${rounded(perSecond)} ${rate}${left}`);
  }

  /** Shows a text for as long as it is true. */
  draw(text: string): void {
    if (!this.host.interactive) return;
    this.host.err(`\r\x1b[K${text}`);
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
