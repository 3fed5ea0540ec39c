import type { Plan } from '../../experiment/index.ts';
import { COUNTERS } from '../counters.ts';
import { differingKnobs, layKnobs } from '../knobs.ts';
import { Pieces } from '../pieces.ts';
import type { Reading } from '../recorder.ts';
import { NEVER, TALLY } from '../slots.ts';
import type { Checkpoint } from '../types.ts';
import { Chain } from './chain.ts';
import { formOf } from './kernels.ts';
import { JOB_WORK, type Layout, layOut } from './layout.ts';
import { numbersOf } from './numbers.ts';
import { type Extent, knobsOf, Tiles } from './tiles.ts';
import type { Workplace } from './workplace.ts';

/** Chains for each worker: when one is done early there is another to take over. */
const CHAINS = 3;

/** One optimizer's trajectories on the CPU. */
export class Member {
  private stopped = false;

  private constructor(
    private plan: Plan,
    private readonly optimizer: number,
    private readonly form: string,
    readonly layout: Layout,
    readonly tiles: Tiles,
    readonly chains: readonly Chain[],
    private table: Float32Array,
  ) {}

  /** Compiles (or finds) the kernel and makes the memory; nothing has a value before a reset. Throws `BadExperiment` where the memory does not suffice. */
  static async create(
    { pool, kernels, buffers }: Workplace,
    plan: Plan,
    optimizer: number,
    extent: Extent,
  ): Promise<Member> {
    const layout = layOut(plan, optimizer);
    const tiles = new Tiles(layout, extent, buffers);
    const kernel = kernels.get(plan, optimizer, layout, 'run');
    const table = knobsOf(plan, optimizer, layout);
    const slots = [...layout.varied.keys()];
    const pieces = new Pieces();
    for (let tile = 0; tile < tiles.count; tile++) {
      if (pieces.isFull) await pieces.next();
      tiles.writeKnobs(tile, plan, layout.knobs, table, slots);
    }
    const numbers = numbersOf(plan, layout, table);
    const most = layout.work === 0 ? 1 : Math.ceil((tiles.count * layout.work) / JOB_WORK);
    const count = Math.min(tiles.count, Math.max(CHAINS * pool.workers, most));
    const edge = (i: number) => Math.round((i * tiles.count) / count);
    const chains = Array.from(
      { length: count },
      (_, i) => new Chain(pool, kernel, tiles, edge(i), edge(i + 1), numbers),
    );
    return new Member(plan, optimizer, formOf(plan, optimizer, layout), layout, tiles, chains, table);
  }

  /** Whether another plan differs from this one in numbers alone. */
  fits(plan: Plan): boolean {
    return formOf(plan, this.optimizer, layOut(plan, this.optimizer)) === this.form;
  }

  /** Takes over the numbers of a plan that fits. */
  retune(plan: Plan): void {
    this.plan = plan;
    // The same layout, but of the other plan's nodes.
    const knobs = layKnobs(plan, this.optimizer);
    const table = knobsOf(plan, this.optimizer, { ...this.layout, knobs });
    const numbers = numbersOf(plan, { ...this.layout, knobs }, table);
    const changed = differingKnobs(plan, knobs, table, this.table);
    const slots = [...this.layout.varied.keys()].filter((slot) => changed(this.layout.varied[slot]));
    this.table = table;
    void this.here((chain) => {
      chain.numbers = numbers;
      for (let tile = chain.begin; tile < chain.end; tile++) this.tiles.writeKnobs(tile, plan, knobs, table, slots);
    }).catch(() => {});
  }

  /** Does something with each chain's tiles when all that was asked for before is done. */
  async here(run: (chain: Chain) => void | Promise<void>): Promise<void> {
    await Promise.all(
      this.chains.map(
        (chain) =>
          new Promise<void>((done, failed) => {
            chain.push({ kind: 'here', run: () => run(chain), done, failed });
          }),
      ),
    );
  }

  /** Does something with each tile when all that was asked for before is done, in pieces: there may be millions of cells. */
  private async everyTile(run: (tile: number, chain: Chain) => void): Promise<void> {
    const pieces = new Pieces();
    await this.here(async (chain) => {
      for (let tile = chain.begin; tile < chain.end; tile++) {
        while (pieces.isFull) await pieces.next();
        if (this.stopped) return;
        run(tile, chain);
      }
    });
  }

  /**
   * The counters of a measurement.
   * @param scale what effective steps are counted against
   */
  async measure(step: number, reading: Reading, scale: number): Promise<Uint32Array> {
    const total = new Uint32Array(COUNTERS);
    await Promise.all(
      this.chains.map(
        (chain) =>
          new Promise<void>((resolve, reject) => {
            const done = (counters: Uint32Array) => {
              for (let i = 0; i < COUNTERS; i++) total[i] += counters[i];
              resolve();
            };
            chain.push({ kind: 'measure', step, reading, scale, done, failed: reject });
          }),
      ),
    );
    return total;
  }

  /**
   * The cells' floats or integers, an array for each slot.
   * @param wanted which slots are read; others stay empty
   */
  async gather(kind: 'float', wanted?: (slot: number) => boolean): Promise<Float32Array<ArrayBuffer>[]>;
  async gather(kind: 'integer', wanted?: (slot: number) => boolean): Promise<Uint32Array<ArrayBuffer>[]>;
  async gather(kind: 'float' | 'integer', wanted: (slot: number) => boolean = () => true) {
    const { tiles, layout, plan } = this;
    const { values, tallies } = layout.slots;
    const Numbers = kind === 'float' ? Float32Array : Uint32Array;
    const slots = Array.from({ length: kind === 'float' ? values : tallies }, (_, slot) => {
      return new Numbers(wanted(slot) ? plan.cells : 0);
    });
    await this.everyTile((tile) => copyTile(tiles, tile, kind, tile * layout.tileCells, slots));
    return slots;
  }

  /** Everything that the cells need to go on, slot by slot; what they share is told for each. */
  async save(): Promise<Checkpoint['states'][number]> {
    const { tiles } = this;
    const { cells } = this.plan;
    const { slots, uniform, statePlaces, tileCells } = this.layout;
    const values = new Float32Array(slots.values * cells);
    const tallies = new Uint32Array(slots.tallies * cells);
    const apart = <T extends Float32Array | Uint32Array>(all: T, count: number) =>
      Array.from({ length: count }, (_, slot) => all.subarray(slot * cells, (slot + 1) * cells) as T);
    const [floats, integers] = [apart(values, slots.values), apart(tallies, slots.tallies)];
    await this.everyTile((tile, { shared }) => {
      const first = tile * tileCells;
      copyTile(tiles, tile, 'float', first, floats);
      copyTile(tiles, tile, 'integer', first, integers);
      uniform.states.forEach((state, i) => {
        floats[slots.states + statePlaces[state]].fill(shared[4 * i], first, first + tiles.cellsOf(tile));
      });
    });
    return { values, tallies };
  }

  /** Goes on from what an engine saved. */
  load({ values, tallies }: Checkpoint['states'][number]): void {
    const { tiles, layout, plan } = this;
    const { slots, uniform, statePlaces } = layout;
    const { cells } = plan;
    // Frozen trajectories keep what was shared when they diverged; any other has what is shared now.
    const live = tallies.subarray(TALLY.divergedAt * cells, (TALLY.divergedAt + 1) * cells).indexOf(NEVER);
    void this.here((chain) => {
      chain.shared = chain.shared.map((_, i) => {
        const state = uniform.states[Math.floor(i / 4)];
        return values[(slots.states + statePlaces[state]) * cells + Math.max(live, 0)];
      });
      for (let tile = chain.begin; tile < chain.end; tile++) {
        const first = tile * layout.tileCells;
        const part = <T extends Float32Array | Uint32Array>(all: T, slot: number) =>
          all.subarray(slot * cells + first, slot * cells + first + tiles.cellsOf(tile)) as T;
        for (let slot = 0; slot < slots.values; slot++) tiles.float(tile, slot).set(part(values, slot));
        for (let tally = 0; tally < slots.tallies; tally++) tiles.integer(tile, tally).set(part(tallies, tally));
      }
    }).catch(() => {});
  }

  /** Ends what is asked for and not done, and gives the memory back when what is under way is done. */
  stop(reason: unknown): void {
    if (this.stopped) return;
    this.stopped = true;
    for (const chain of this.chains) chain.stop(reason);
    void Promise.all(this.chains.map((chain) => chain.rest)).then(() => this.tiles.release());
  }
}

/** Copies a tile's floats or integers to arrays for each slot, from a cell on; those without length are left out. */
function copyTile(
  tiles: Tiles,
  tile: number,
  kind: 'float' | 'integer',
  first: number,
  slots: readonly (Float32Array | Uint32Array)[],
): void {
  // One view of each tile: networks have thousands of slots of four numbers.
  const { numbers, stride } = tiles.all(tile, kind);
  const cells = tiles.cellsOf(tile);
  slots.forEach((to, slot) => {
    if (to.length > 0) for (let k = 0; k < cells; k++) to[first + k] = numbers[slot * stride + k];
  });
}
