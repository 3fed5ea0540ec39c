import type { TrailSample } from '../../trails.ts';
import type { OutcomePaint, Rgb } from '../../types.ts';

/** What of the plane of parameters a picture shows, and in which size. */
export interface Seen {
  readonly center: readonly [number, number];
  /** Parameter units for one pixel. */
  readonly scale: readonly [number, number];
  readonly width: number;
  readonly height: number;
  /** Pixels for one CSS pixel. */
  readonly ratio: number;
  readonly theme: 'light' | 'dark';
  /** See `ViewFrame.finer`. */
  readonly finer: number;
}

/**
 * Where one optimizer's cells are, in bytes. Shared memory is read while workers write there: some discs may then be seen a step early or between two steps,
 * until the next picture.
 */
export interface Cells {
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
  readonly cells: number;
  /** Cells of each tile but the last: a multiple of `BATCH`'s. */
  readonly tileCells: number;
  /** Where each tile lies. */
  readonly tiles: Uint32Array<ArrayBuffer>;
  /** In a tile, the two slots whose sum is a coordinate, for each parameter; where `fate` is null, perhaps only for those that are seen. */
  readonly axes: readonly (readonly [number, number])[];
  /** In a tile, the slot of the step of divergence. */
  readonly divergedAt: number;
  /** In a tile, the slots of the outcome and the loss; null where colours do not tell them. */
  readonly fate: { readonly outcome: number; readonly loss: number } | null;
}

/** Colours by outcome, and what tells to which minimum a trajectory came. */
export interface Painting extends OutcomePaint {
  readonly reach: number;
  readonly target: number | null;
}

/** One optimizer's particles, of one colour or each painted by its outcome. */
export interface Swarm {
  readonly cells: Cells;
  readonly colour: Rgb | Painting;
}

/** Trails that a frame's swarms leave. */
export interface Trails {
  readonly sample: TrailSample;
  readonly columns: number;
  /** What the swarms are: other ones begin anew. */
  readonly scene: string;
  readonly step: number;
  /** In ms. */
  readonly time: number;
}

/** How all particles look; the radius is in pixels. */
export interface Discs {
  readonly radius: number;
  readonly alpha: number;
}

/** What the page tells the painter. */
export type Told =
  | { readonly kind: 'open'; readonly module: WebAssembly.Module }
  /** From now on bands are of the surface as it is seen so. */
  | { readonly kind: 'surface'; readonly seen: Seen }
  | ({ readonly kind: 'band' } & Band)
  /** Answered when it is painted. */
  | ({ readonly kind: 'frame' } & Frame);

/** Rows of a surface that is drawn `grain` times smaller. */
export interface Band {
  readonly grain: number;
  /** The first of the rows, which are counted in that smaller picture. */
  readonly first: number;
  /** Pixels, each row filled up to a multiple of 4. */
  readonly bytes: Uint8Array;
}

/** A picture to paint. */
export interface Frame {
  readonly seen: Seen;
  readonly discs: Discs;
  readonly swarms: readonly Swarm[];
  /** Null for none. */
  readonly trails: Trails | null;
  /** See `ViewFrame.curve`. */
  readonly curve: Float32Array<ArrayBuffer> | null;
}

/** What the painter tells the page: that it is there, then the picture of each frame, which is null where there is nothing to be seen yet. */
export type Answered = 'ready' | { readonly picture: ImageBitmap | null };

/** Pixels from one row of a picture to the next, so that rows are made of whole vectors. */
export const strideOf = (width: number) => 4 * Math.ceil(width / 4);

/** Two pictures show the same where these texts are equal. */
export const keyOf = ({ center, scale, width, height, ratio, theme, finer }: Seen) =>
  [...center, ...scale, width, height, ratio, theme, finer].join();
