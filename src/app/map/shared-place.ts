import type { PageView } from '../view/page-view.ts';

/** Time in ms for which a map must rest before the page is told what it shows: each word of it goes into the address. */
const REST = 200;

/** What of the page's view a map changes itself: the part in sight, and the launch. */
export type MapView = Pick<PageView, 'sight' | 'launched'>;

/** Keeps a map and the page's view in step: the map goes ahead while it is moved, and tells what it shows when it rests. */
export class SharedPlace {
  /** What both have; empty where the map is to take over what the view has. */
  private known = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What the map shows, where the page is still to be told of it. */
  private place: (() => MapView) | null = null;

  constructor(private readonly tell: (place: MapView) => void) {}

  /** Whether a view has another place than it was told or had before; the map is to go there, whatever it shows. */
  isNews(view: MapView): boolean {
    const heard = keyOf(view);
    if (heard === this.known) return false;
    this.known = heard;
    this.stop();
    return true;
  }

  /** The map shows another place than the view has; `place` is asked when it rests. */
  moved(place: () => MapView): void {
    this.stop();
    this.place = place;
    this.timer = setTimeout(() => this.tellNow(), REST);
  }

  /** Does not wait until the map rests. */
  tellNow(): void {
    const { place } = this;
    this.stop();
    if (!place) return;
    const { sight, launched } = place();
    this.known = keyOf({ sight, launched });
    this.tell({ sight, launched });
  }

  /** The map shows something else altogether: what the view has is news. */
  forget(): void {
    this.known = '';
    this.stop();
  }

  /** Tells no more of what was moved. */
  stop(): void {
    clearTimeout(this.timer);
    this.place = null;
  }
}

const keyOf = ({ sight, launched }: MapView) => JSON.stringify([sight, launched]);
