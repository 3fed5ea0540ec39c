import type { PageView } from '../view/page-view.ts';

/** What of a view names optimizers by their places. */
type Places = Pick<PageView, 'hidden' | 'pair' | 'cell'>;

/** A view's optimizers after the one at a place was removed: those behind it move up, and nothing points at it any more. */
export function viewWithout(place: number, { hidden, pair, cell }: Places): Places {
  const moved = (each: number) => (each > place ? each - 1 : each);
  return {
    hidden: hidden.filter((each) => each !== place).map(moved),
    pair: pair.includes(place) ? [0, 1] : [moved(pair[0]), moved(pair[1])],
    cell: cell && cell[0] !== place ? [moved(cell[0]), cell[1], cell[2]] : null,
  };
}

/** A view's optimizers after another was put before a place: those from there on move down. */
export function viewWith(place: number, { hidden, pair, cell }: Places): Places {
  const moved = (each: number) => (each >= place ? each + 1 : each);
  return {
    hidden: hidden.map(moved),
    pair: [moved(pair[0]), moved(pair[1])],
    cell: cell && [moved(cell[0]), cell[1], cell[2]],
  };
}
