import type { Graph } from '../graph.ts';
import type { Code } from './code.ts';
import type { Local } from './instructions.ts';
import type { Lane, Lanes } from './lanes.ts';

/** The rows that sums run over. */
export interface Rows {
  /**
   * Writes a loop over the rows, in which `body` is written once.
   * @param body gets what loads a column's value in the row at hand, and a mask of the lanes that have that row; null where all have it
   */
  each(body: (column: (name: string) => Lane, mask: Lane | null) => void): void;
  /** What sums are multiplied with; null for nothing. */
  readonly weight: Lane | null;
}

/** Rows that are drawn from a table, of each lane its own. */
export interface DrawnLanes {
  /** The most draws of any lane: at least 1. */
  readonly most: Local;
  /** The rows of a draw, counted from 0. */
  readonly rows: (draw: Lane) => Lane;
  /** A mask of the lanes that have so many draws; null where all have the same number. */
  readonly has: ((draw: Lane) => Lane) | null;
  /** What sums are multiplied with. */
  readonly weight: Lane;
}

/**
 * The rows of a data table in a module's memory, float32, row by row: all, each once, or those that are drawn.
 * @param address of the first
 */
export function tableRows(
  code: Code,
  lanes: Lanes,
  { table, rows }: Pick<Graph, 'table' | 'rows'>,
  address: number,
  drawn?: DrawnLanes,
): Rows {
  const columns = Object.keys(table);
  const bytes = 4 * columns.length;
  const placeOf = (name: string) => address + 4 * columns.indexOf(name);
  return {
    weight: drawn?.weight ?? null,
    each(body) {
      // The place of a row among all, in bytes; or the number of a draw.
      const place = code.integer();
      code.const(0).set(place);
      code.repeat(() => {
        if (drawn) {
          const draw = code.splat(lanes.leaf(), place);
          const offsets = lanes.op('i32x4.mul', drawn.rows(draw), lanes.i32(bytes));
          const addresses = [0, 1, 2, 3].map((lane) => {
            const at = code.integer();
            code.extract(offsets, lane).set(at);
            return at;
          });
          body((name) => code.gather(lanes.leaf(), addresses, placeOf(name)), drawn.has ? drawn.has(draw) : null);
        } else body((name) => code.loadSplat(lanes.leaf(), place, placeOf(name)), null);
        code.step(place, drawn ? 1 : bytes).get(place);
        if (drawn) code.get(drawn.most);
        else code.const(bytes * rows);
        code.scalar('i32.lt_u');
      });
    },
  };
}
