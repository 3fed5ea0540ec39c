import type { Objective } from '../../catalogue/index.ts';
import { pictureShown } from '../first-picture.ts';
import type { Thumbnail } from './thumbnail.ts';

/** Size of the pictures in pixels. */
export const THUMBNAIL = { width: 120, height: 84 } as const;

/** Time in ms that is painted for before the page may do something else. */
const SLICE = 6;

type Theme = 'light' | 'dark';

/** A picture that is asked for. */
interface Order {
  readonly objective: Objective;
  readonly theme: Theme;
  readonly done: (picture: Thumbnail) => void;
  readonly failed: (error: unknown) => void;
}

/** Pictures made so far, and those on their way. The catalogue is small and never changes: all of them may stay. */
const made = new Map<string, Promise<Thumbnail>>();
const orders: Order[] = [];
let busy = false;

/** The picture of one of the catalogue's objectives; made once, in time that is left. What was asked for last comes first. */
export function thumbnailOf(objective: Objective, theme: Theme): Promise<Thumbnail> {
  const key = `${objective.name} ${theme}`;
  const known = made.get(key);
  if (known) return known;
  const picture = new Promise<Thumbnail>((done, failed) => orders.push({ objective, theme, done, failed }));
  made.set(key, picture);
  if (!busy) void work();
  return picture;
}

async function work(): Promise<void> {
  busy = true;
  await pictureShown.come;
  for (let order = orders.pop(); order; order = orders.pop()) {
    const { objective, theme, done, failed } = order;
    try {
      const { paintThumbnail } = await import('./thumbnail.ts');
      done(await inSlices(paintThumbnail(objective, theme, THUMBNAIL.width, THUMBNAIL.height)));
    } catch (error) {
      failed(error);
    }
  }
  busy = false;
}

async function inSlices(painting: Generator<void, Thumbnail>): Promise<Thumbnail> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const end = performance.now() + SLICE;
    do {
      const { done, value } = painting.next();
      if (done) return value;
    } while (performance.now() < end);
  }
}
