import { TALLY } from '../../slots.ts';
import { SLOT, TILE_CELLS, tallySlot, valueSlot } from '../layout.ts';
import type { Member } from '../member.ts';
import type { Cells } from './messages.ts';

/** Where the painter finds a member's cells: in the tiles, or in a copy where memory is not shared. */
export function cellsOf({ layout, tiles }: Member, shared: boolean): Cells {
  const { displacement, origin } = layout.slots;
  const axis = (i: number) => [displacement + i, origin + i].map((slot) => valueSlot(layout, slot) - layout.tile);
  const [first, second] = [0, 1].map((i) => axis(i) as [number, number]);
  const cells: Cells = {
    buffer: tiles.buffer,
    cells: (tiles.count - 1) * TILE_CELLS + tiles.cellsOf(tiles.count - 1),
    tileCells: TILE_CELLS,
    tiles: Uint32Array.from({ length: tiles.count }, (_, tile) => tiles.place(tile)),
    axes: [first, layout.parameters > 1 ? second : null],
    divergedAt: tallySlot(layout, TALLY.divergedAt) - layout.tile,
  };
  return shared ? cells : copied(cells);
}

/** The same in memory of its own. */
function copied({ buffer, cells, tileCells, tiles, axes, divergedAt }: Cells): Cells {
  const slots = [...axes.flatMap((axis) => axis ?? []), divergedAt];
  const bytes = slots.length * SLOT;
  const from = new Uint32Array(buffer);
  const to = new Uint32Array((tiles.length * bytes) / 4);
  tiles.forEach((tile, i) => {
    slots.forEach((slot, k) => {
      const at = (tile + slot) / 4;
      to.set(from.subarray(at, at + TILE_CELLS), (i * bytes + k * SLOT) / 4);
    });
  });
  return {
    buffer: to.buffer,
    cells,
    tileCells,
    tiles: tiles.map((_, i) => i * bytes),
    axes: [[0, SLOT], axes[1] && [2 * SLOT, 3 * SLOT]],
    divergedAt: bytes - SLOT,
  };
}
