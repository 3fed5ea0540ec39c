import { TALLY } from '../../slots.ts';
import { tallySlot, valueSlot } from '../layout.ts';
import type { Member } from '../member.ts';
import type { Cells } from './messages.ts';

/**
 * Where the painter finds a member's cells: in the tiles, or in a copy where memory is not shared.
 * @param fates whether it needs what tells their outcomes
 */
export function cellsOf({ layout, tiles }: Member, shared: boolean, fates: boolean): Cells {
  const { displacement, origin, loss } = layout.slots;
  const inTile = (slot: number) => slot - layout.tile;
  const seen = fates ? layout.parameters : Math.min(2, layout.parameters);
  const cells: Cells = {
    buffer: tiles.buffer,
    cells: (tiles.count - 1) * layout.tileCells + tiles.cellsOf(tiles.count - 1),
    tileCells: layout.tileCells,
    tiles: Uint32Array.from({ length: tiles.count }, (_, tile) => tiles.place(tile)),
    axes: Array.from({ length: seen }, (_, i) => [
      inTile(valueSlot(layout, displacement + i)),
      inTile(valueSlot(layout, origin + i)),
    ]),
    divergedAt: inTile(tallySlot(layout, TALLY.divergedAt)),
    fate: fates ? { outcome: inTile(tallySlot(layout, TALLY.outcome)), loss: inTile(valueSlot(layout, loss)) } : null,
  };
  return shared ? cells : copied(cells, layout.slotBytes);
}

/** The same in memory of its own. */
function copied({ buffer, cells, tileCells, tiles, axes, divergedAt, fate }: Cells, slotBytes: number): Cells {
  const slots = [...axes.flat(), divergedAt, ...(fate ? [fate.outcome, fate.loss] : [])];
  const bytes = slots.length * slotBytes;
  const from = new Uint32Array(buffer);
  const to = new Uint32Array((tiles.length * bytes) / 4);
  tiles.forEach((tile, i) => {
    slots.forEach((slot, k) => {
      const at = (tile + slot) / 4;
      to.set(from.subarray(at, at + tileCells), (i * bytes + k * slotBytes) / 4);
    });
  });
  const place = (k: number) => k * slotBytes;
  const last = 2 * axes.length;
  return {
    buffer: to.buffer,
    cells,
    tileCells,
    tiles: tiles.map((_, i) => i * bytes),
    axes: axes.map((_, i) => [place(2 * i), place(2 * i + 1)]),
    divergedAt: place(last),
    fate: fate && { outcome: place(last + 1), loss: place(last + 2) },
  };
}
