import { type Experiment, planExperiment } from '../../experiment/index.ts';
import { withoutDefaults } from '../link/link.ts';
import { type PageView, readView } from '../view/page-view.ts';
import { readStored, writeStored } from './storage.ts';

const KEY = 'scree.last';
/** Time in which changes gather before they are kept, in ms. */
const EVERY = 500;

/** An experiment and how it is looked at. */
export interface Kept {
  readonly experiment: Experiment;
  readonly view: PageView;
}

/** What `value` holds of an experiment and a view; null where it holds none that can run. */
export function readKept(value: unknown): Kept | null {
  if (typeof value !== 'object' || value === null || !('experiment' in value)) return null;
  try {
    const { experiment } = planExperiment(value.experiment);
    return { experiment, view: readView('view' in value ? value.view : {}) };
  } catch {
    return null;
  }
}

/** The form in which they are kept. */
export function written({ experiment, view }: Kept): { experiment: Partial<Experiment>; view: PageView } {
  return { experiment: withoutDefaults(experiment), view };
}

/** Keeps the experiment that was shown last in this browser, for the next visit. */
export class LastExperiment {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private coming: Kept | null = null;

  /** The one of the last visit; null for none. */
  read(): Kept | null {
    return readKept(readStored(KEY));
  }

  /** Keeps one, soon. */
  keep(experiment: Experiment, view: PageView): void {
    clearTimeout(this.timer);
    this.coming = { experiment, view };
    this.timer = setTimeout(() => this.write(), EVERY);
  }

  /** Keeps at once what is to be kept. */
  write(): void {
    clearTimeout(this.timer);
    // Where it cannot be kept, the next visit begins with the first experiment, as for anybody new.
    if (this.coming) writeStored(KEY, written(this.coming));
    this.coming = null;
  }
}
