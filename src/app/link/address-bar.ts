import type { Experiment } from '../../experiment/index.ts';
import { type Kept, readKept, written } from '../place/last-experiment.ts';
import { readStored, writeStored } from '../place/storage.ts';
import { FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { writeLink } from './link.ts';

/** Time in which changes gather before the address shows them, in ms: browsers refuse faster ones. */
const EVERY = 500;

/** Under which a tab keeps what its address did not come to show. */
const LEFT = 'scree.left';

/** An entry of the history that is to be written. */
interface Entry extends Kept {
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
  /** The one that is being written. */
  private writing: Entry | null = null;
  /** The surface and the lesson that the address shows or is about to show; null before there are any. */
  private subject: string | null = null;
  /** Links are written one after the other: making one may take a moment. */
  private turn: Promise<unknown> = Promise.resolve();
  /** Times that the address changed by itself. */
  private followed = 0;
  /** What the address was when it was last written or read. */
  private known = location.hash;

  /** Shows an experiment and a view, soon or at once. */
  show(experiment: Experiment, view: PageView, atOnce = false): void {
    const subject = subjectOf(experiment, view);
    const another = this.subject !== null && subject !== this.subject;
    if (another) this.write();
    this.subject = subject;
    this.entry = { experiment, view, method: another ? 'pushState' : (this.entry?.method ?? 'replaceState') };
    clearTimeout(this.timer);
    if (atOnce) this.write();
    else this.timer = setTimeout(() => this.write(), EVERY);
  }

  /** Takes note that the address itself has changed, to one that carries this experiment or none: that has its entry already. */
  follow(experiment: Experiment | null, view: PageView = FIRST_VIEW): void {
    clearTimeout(this.timer);
    this.followed++;
    this.known = location.hash;
    this.entry = null;
    this.writing = null;
    this.subject = experiment && subjectOf(experiment, view);
  }

  /** The page is left, it may be for good: what the address does not show yet is kept beside it, for the page that is opened there in its place. */
  leave(): void {
    const entry = this.entry ?? this.writing;
    // The address itself is left as it is: on its way to another page the browser goes by the one from before.
    writeStored(LEFT, entry && { hash: this.known, ...written(entry) }, 'tab');
  }

  /** What the page before this one left at the same address; null for nothing. */
  left(): Kept | null {
    const left = readStored(LEFT, 'tab');
    writeStored(LEFT, null, 'tab');
    const isHere = typeof left === 'object' && left !== null && 'hash' in left && left.hash === this.known;
    return isHere ? readKept(left) : null;
  }

  private write(): void {
    clearTimeout(this.timer);
    const { entry, followed } = this;
    this.entry = null;
    if (!entry) return;
    this.writing = entry;
    const link = writeLink(entry.experiment, entry.view);
    this.turn = this.turn.then(async () => {
      const text = await link;
      if (this.writing === entry) this.writing = null;
      // Where somebody has just changed the address, the news of it is on its way: theirs goes before.
      if (followed !== this.followed || location.hash !== this.known) return;
      history[entry.method](null, '', text);
      this.known = location.hash;
    });
  }
}

const subjectOf = ({ objective }: Experiment, { lesson }: PageView) =>
  `${typeof objective === 'string' ? objective : 'typed'} ${lesson}`;
