import type { Experiment } from '../../experiment/index.ts';
import { writeLink } from './link.ts';

/** Time in which changes gather before the address shows them, in ms: browsers refuse faster ones. */
const EVERY = 500;

/**
 * Keeps an experiment in the page's address. Another surface is another experiment, with an entry of its own in the history, so that the way back leads to the
 * one before; what else is edited, and a formula that is typed, changes the entry that is there.
 */
export class AddressBar {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private experiment: Experiment | null = null;
  private entry: 'replaceState' | 'pushState' = 'replaceState';
  /** The surface that the address shows or is about to show; null before there is one. */
  private surface: string | null = null;

  /** Shows an experiment, soon. */
  show(experiment: Experiment): void {
    const surface = surfaceOf(experiment);
    if (this.surface !== null && surface !== this.surface) {
      this.write();
      this.entry = 'pushState';
    }
    this.surface = surface;
    this.experiment = experiment;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), EVERY);
  }

  /** Takes note that the address itself has changed, to one that carries this experiment or none: that has its entry already. */
  follow(experiment: Experiment | null): void {
    clearTimeout(this.timer);
    this.experiment = null;
    this.entry = 'replaceState';
    this.surface = experiment && surfaceOf(experiment);
  }

  private write(): void {
    clearTimeout(this.timer);
    if (this.experiment) history[this.entry](null, '', writeLink(this.experiment));
    this.experiment = null;
    this.entry = 'replaceState';
  }
}

const surfaceOf = ({ objective }: Experiment) => (typeof objective === 'string' ? objective : 'typed');
