import type { Run } from '../../engine/index.ts';
import type { PageView } from '../view/page-view.ts';
import type { Ground } from './ground.ts';
import { LaunchState } from './launch-state.ts';
import { type MapView, SharedPlace } from './shared-place.ts';
import { type Sight, shortPlace, shortSight, sightOf, viewportOf } from './sight.ts';
import { type Pixels, toPixel, toPoint, type Viewport, zoomed } from './viewport.ts';

/** What a map's place tells its owner. */
export interface MapPlaceEvents {
  /** There is something else to show. */
  changed(): void;
  /** The map rests where it was moved to: the page's view is to hold that. */
  rests(at: MapView): void;
  failed(error: unknown): void;
}

/** Which part of the plane a map shows, and where on it single trajectories start: as the reader moves both, and as the page's view has them. */
export class MapPlace {
  readonly launch: LaunchState;
  private pixels: Pixels = [0, 0];
  /** The part in sight; null for the whole domain, whatever the size of the map. */
  private sight: Sight | null = null;
  private isDragged = false;
  private readonly shared: SharedPlace;

  /** @param ground that the map shows */
  constructor(
    private readonly ground: Pick<Ground, 'curve' | 'fitted'>,
    private readonly events: MapPlaceEvents,
  ) {
    this.launch = new LaunchState(events);
    this.shared = new SharedPlace((at) => events.rests(at));
  }

  /** The map's size in CSS pixels. */
  get size(): Pixels {
    return this.pixels;
  }
  set size(size: Pixels) {
    this.pixels = size;
    this.events.changed();
  }
  /** Whether the start is being dragged. */
  get dragging(): boolean {
    return this.isDragged;
  }
  set dragging(dragging: boolean) {
    this.isDragged = dragging;
    this.events.changed();
  }
  /** What the map shows of the plane; null before it has a size and a plan. */
  get viewport(): Viewport | null {
    const { fitted, sight } = this;
    return fitted && sight ? viewportOf(sight, fitted) : fitted;
  }
  /** The pixel from which trajectories are launched; null where none are. */
  get start(): Pixels | null {
    const { viewport, size } = this;
    const { at } = this.launch;
    if (!viewport || !at) return null;
    return toPixel(viewport, [at[0], this.ground.curve?.at(at[0]) ?? at[1]], size);
  }

  private get fitted(): Viewport | null {
    return this.size[0] > 0 ? this.ground.fitted(this.size) : null;
  }

  /**
   * Goes where the page's view leads, and follows what is launched on a run.
   * @param isOther whether the surface is another one
   */
  follow(run: Run | null, view: PageView, isOther: boolean): void {
    if (isOther) this.shared.forget();
    if (this.shared.isNews(view)) {
      this.sight = view.sight;
      this.launch.move(view.launched);
    }
    if (run) this.launch.follow(run, view, this.dragging);
  }

  /** Moves the map. */
  move(change: (view: Viewport) => Viewport): void {
    const { viewport, fitted } = this;
    if (viewport && fitted) this.see(sightOf(change(viewport), fitted));
  }

  /** Zooms about a pixel, the middle unless told; a factor above 1 leads away. */
  zoom(factor: number, at: Pixels = this.middle): void {
    const { fitted, size } = this;
    if (fitted) this.move((view) => zoomed(view, factor, at, size, fitted));
  }

  /** Shows the whole domain. */
  home(): void {
    this.see(null);
  }

  /** Launches trajectories from a pixel, the middle unless told. */
  launchFrom(at: Pixels = this.middle): void {
    const place = this.placeAt(at);
    if (!place) return;
    this.launch.from(place);
    this.tell();
  }

  /** Moves the start of what is launched to a pixel; null removes it. */
  relaunch(at: Pixels | null): void {
    const place = at && this.placeAt(at);
    if (at && !place) return;
    this.launch.move(place);
    this.tell();
  }

  /** Whether the start lies within so many pixels of another one. */
  isNear(at: Pixels, reach: number): boolean {
    const { start } = this;
    return start !== null && Math.hypot(at[0] - start[0], at[1] - start[1]) <= reach;
  }

  /** Tells at once where the map was moved to. */
  rest(): void {
    this.shared.tellNow();
  }

  /** Ends what goes on. */
  stop(): void {
    this.shared.stop();
    this.launch.move(null);
  }

  private get middle(): Pixels {
    return [this.size[0] / 2, this.size[1] / 2];
  }

  /** The place under a pixel, of as many coordinates as are seen. A launch from there is one from what a link says of it. */
  private placeAt(at: Pixels): readonly number[] | null {
    const { viewport, size, ground } = this;
    if (!viewport) return null;
    const place = toPoint(viewport, at, size).map((value, i) => shortPlace(value, viewport.scale[i]));
    return ground.curve ? place.slice(0, 1) : place;
  }

  private see(sight: Sight | null): void {
    this.sight = sight;
    this.events.changed();
    this.tell();
  }

  private tell(): void {
    this.shared.moved(() => {
      const { sight, fitted, launch } = this;
      return { sight: sight && fitted && shortSight(sight, fitted), launched: launch.at && [...launch.at] };
    });
  }
}
