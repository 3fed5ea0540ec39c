import { BadExperiment, type Plan } from '../../experiment/index.ts';
import { type KnobLayout, knobOffsets, knobTable } from '../knobs.ts';
import type { Buffers } from './buffers.ts';
import { HEADER, type Layout } from './layout.ts';

/** The most bytes of one optimizer's tiles. */
const MOST_BYTES = 2 ** 32;

/** The part of the grid that is simulated: all of it, or a single cell. */
export interface Extent {
  readonly cells: number;
  readonly first: number;
}

/** The memory of one optimizer's cells. Each tile has two places: a job reads one and writes the other, which then holds. */
export class Tiles {
  readonly count: number;
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
  /** Which place of each tile holds. */
  private readonly sides: Uint8Array;

  /** Throws `BadExperiment` where the memory does not suffice. */
  constructor(
    readonly layout: Layout,
    private readonly extent: Extent,
    private readonly buffers: Buffers,
  ) {
    this.count = Math.ceil(extent.cells / layout.tileCells);
    this.sides = new Uint8Array(this.count);
    this.buffer = allocate(2 * this.count * layout.tileBytes, buffers, layout);
    for (let tile = 0; tile < this.count; tile++) {
      const header = new Uint32Array(this.buffer, this.place(tile), HEADER.cells / 4 + 1);
      const cells = this.cellsOf(tile);
      header[HEADER.cells / 4] = cells;
      header[HEADER.bytes / 4] = 4 * this.lanesOf(tile);
      header[HEADER.first / 4] = extent.first + tile * layout.tileCells;
    }
  }

  /** Gives the memory back; only when no job is under way with it. */
  release(): void {
    this.buffers.give(this.buffer);
  }

  /** Where a tile lies. */
  place(tile: number): number {
    return (2 * tile + this.sides[tile]) * this.layout.tileBytes;
  }

  /** Where a tile's next state goes. */
  spare(tile: number): number {
    return (2 * tile + 1 - this.sides[tile]) * this.layout.tileBytes;
  }

  /** Makes a tile's next state the one that holds. */
  flip(tile: number): void {
    this.sides[tile] = 1 - this.sides[tile];
  }

  cellsOf(tile: number): number {
    const { tileCells } = this.layout;
    return Math.min(tileCells, this.extent.cells - tile * tileCells);
  }

  /** Lanes that are computed: a tile's last vectors may hold fewer cells. */
  private lanesOf(tile: number): number {
    const group = 4 * this.layout.group;
    return group * Math.ceil(this.cellsOf(tile) / group);
  }

  /** A slot of a tile's floats, as long as it has cells. */
  float(tile: number, slot: number): Float32Array {
    return new Float32Array(this.buffer, this.slotAt(tile, this.layout.varied.length + slot), this.cellsOf(tile));
  }

  /** A slot of a tile's integers. */
  integer(tile: number, tally: number): Uint32Array {
    const { varied, slots } = this.layout;
    return new Uint32Array(this.buffer, this.slotAt(tile, varied.length + slots.values + tally), this.cellsOf(tile));
  }

  /** All of a tile's floats or integers: how many numbers there are from one slot to the next is told with them. */
  all(
    tile: number,
    kind: 'float' | 'integer',
  ): { readonly numbers: Float32Array | Uint32Array; readonly stride: number } {
    const { varied, slots, slotBytes } = this.layout;
    const stride = slotBytes / 4;
    if (kind === 'float') {
      const at = this.slotAt(tile, varied.length);
      return { numbers: new Float32Array(this.buffer, at, slots.values * stride), stride };
    }
    const at = this.slotAt(tile, varied.length + slots.values);
    return { numbers: new Uint32Array(this.buffer, at, slots.tallies * stride), stride };
  }

  /** Writes the values of knobs that vary over the grid: of those in these slots. */
  writeKnobs(tile: number, plan: Plan, knobs: KnobLayout, table: Float32Array, slots: readonly number[]): void {
    const columns = plan.x.values.length;
    const { counts, places } = knobs;
    const offsets = { fixed: 0, column: counts.fixed, ...knobOffsets(plan, knobs) };
    const first = this.extent.first + tile * this.layout.tileCells;
    for (const slot of slots) {
      const { group, index } = places[this.layout.varied[slot]];
      const from = offsets[group] + index;
      const stride = counts[group];
      const values = new Float32Array(this.buffer, this.slotAt(tile, slot), this.lanesOf(tile));
      const cells = Math.min(values.length, plan.cells - first);
      let column = first % columns;
      let row = Math.floor(first / columns);
      for (let k = 0; k < cells; k++) {
        const entry = group === 'cell' ? first + k : group === 'row' ? row : column;
        values[k] = table[from + entry * stride];
        if (++column < columns) continue;
        column = 0;
        row++;
      }
      // The vectors' last lanes may hold no cell; what they compute must not be slow.
      values.fill(values[cells - 1], cells);
    }
  }

  private slotAt(tile: number, slot: number): number {
    return this.place(tile) + this.layout.slotsAt + slot * this.layout.slotBytes;
  }
}

/** The compact table that `writeKnobs` spreads over the cells. */
export const knobsOf = (plan: Plan, optimizer: number, layout: Layout) => knobTable(plan, optimizer, layout.knobs);

function allocate(bytes: number, buffers: Buffers, layout: Layout): SharedArrayBuffer | ArrayBuffer {
  try {
    if (bytes <= MOST_BYTES) return buffers.take(bytes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new BadExperiment('grid', 'there is too little free memory for it', 'use fewer cells or optimizers');
  }
  const most = Math.floor(MOST_BYTES / (2 * layout.tileBytes)) * layout.tileCells;
  const side = Math.floor(Math.sqrt(most));
  throw new BadExperiment(
    'grid',
    'it has too many cells',
    `at most ${most} fit the CPU engine here, such as ${side} × ${side}`,
  );
}
