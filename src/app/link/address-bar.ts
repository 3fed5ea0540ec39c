import type { Experiment } from '../../experiment/index.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { writeLink } from './link.ts';

/** Time in which changes gather before the address shows them, in ms: browsers refuse faster ones. */
const EVERY = 500;

/** An entry of the history that is to be written. */
interface Entry {
  readonly experiment: Experiment;
  readonly view: PageView;
  readonly method: 'replaceState' | 'pushState';
}

/**
 * Keeps an experiment, and how it is looked at, in the page's address. Another surface is another experiment, and another step of a lesson another page, with an
 * entry of its own in the history, so that the way back leads to the one before; what else is edited, a formula that is typed, and what is looked at change the
 * entry that is there.
 */
export class AddressBar {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private entry: Entry | null = null;
  /** The surface and the lesson that the address shows or is about to show; null before there are any. */
  private subject: string | null = null;
  /** Links are written one after the other: making one may take a moment. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Times that the address changed by itself. */
  private followed = 0;
  /** What the address was when it was last written or read. */
  private known = location.hash;

  /** Shows an experiment and a view, soon. */
  show(experiment: Experiment, view: PageView): void {
    const subject = subjectOf(experiment, view);
    const another = this.subject !== null && subject !== this.subject;
    if (another) this.write();
    this.subject = subject;
    this.entry = { experiment, view, method: another ? 'pushState' : (this.entry?.method ?? 'replaceState') };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), EVERY);
  }

  /** Takes note that the address itself has changed, to one that carries this experiment or none: that has its entry already. */
  follow(experiment: Experiment | null, view: PageView = FIRST_VIEW): void {
    clearTimeout(this.timer);
    this.followed++;
    this.known = location.hash;
    this.entry = null;
    this.subject = experiment && subjectOf(experiment, view);
  }

  private write(): void {
    clearTimeout(this.timer);
    const { entry, followed } = this;
    this.entry = null;
    if (!entry) return;
    const link = writeLink(entry.experiment, entry.view);
    this.turn = this.turn.then(async () => {
      const text = await link;
      // Where somebody has just changed the address, the news of it is on its way: theirs goes before.
      if (followed !== this.followed || location.hash !== this.known) return;
      history[entry.method](null, '', text);
      this.known = location.hash;
    });
  }
}

const subjectOf = ({ objective }: Experiment, { lesson }: PageView) =>
  `${typeof objective === 'string' ? objective : 'typed'} ${lesson}`;
