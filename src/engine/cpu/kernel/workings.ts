import type { Lane, Local } from '../../../formula/wasm/index.ts';
import { carriedSlots, LIST_BYTES, SLOT } from '../layout.ts';
import type { Frame } from './frame.ts';

/** Vectors for each cell that only `advance` needs: whether it has left its bounds, the loss at which it would arrive for the first time. */
const [GONE, GOAL, FIRST_COPY] = [0, 1, 2];

/** What `advance` keeps of each cell beside its slots. */
export class Workings {
  /** Slots of which copies are kept. */
  private readonly carried: readonly number[];

  constructor(private readonly frame: Frame) {
    this.carried = carriedSlots(frame.layout);
  }

  /** Mask of the cells that have left their bounds. */
  gone(): Lane {
    return this.value(GONE);
  }
  keepGone(mask: Lane): void {
    this.keep(GONE, mask);
  }

  /** The loss at which a cell arrives; −∞ where it has arrived or has left its bounds. */
  goal(): Lane {
    return this.value(GOAL);
  }
  keepGoal(value: Lane): void {
    this.keep(GOAL, value);
  }

  /** Keeps where all cells are, for those that have left their bounds to be put back there. */
  freeze(): void {
    this.copy(FIRST_COPY);
  }
  /** The same for the cells of `mask` alone. */
  freezeSome(mask: Lane): void {
    const { frame } = this;
    this.carried.forEach((slot, i) => {
      this.keep(FIRST_COPY + i, frame.a.choose(mask, frame.value(slot), this.value(FIRST_COPY + i)));
    });
  }
  /** Puts the cells of `mask` back to where they were frozen. */
  thaw(mask: Lane): void {
    const { frame } = this;
    this.carried.forEach((slot, i) => {
      frame.keep(slot, frame.a.choose(mask, this.value(FIRST_COPY + i), frame.value(slot)));
    });
  }

  /** Keeps where all cells are at the beginning of a block. */
  save(): void {
    this.copy(FIRST_COPY + this.carried.length);
  }
  /** Puts all cells back to the beginning of the block. */
  restore(): void {
    const first = FIRST_COPY + this.carried.length;
    this.carried.forEach((slot, i) => {
      this.frame.keep(slot, this.value(first + i));
    });
  }

  private copy(first: number): void {
    this.carried.forEach((slot, i) => {
      this.keep(first + i, this.frame.value(slot));
    });
  }
  private value(slot: number): Lane {
    const { code, lanes, vector, layout, offset } = this.frame;
    return code.load(lanes.leaf(), vector, layout.scratch + SLOT * slot + offset);
  }
  private keep(slot: number, value: Lane): void {
    const { code, vector, layout, offset } = this.frame;
    code.store(vector, layout.scratch + SLOT * slot + offset, value);
  }
}

/** A list of groups of vectors, which grows from its beginning. */
export class GroupList {
  /** Bytes that it is long. */
  readonly length: Local;

  /** @param number of the list: 0 or 1 */
  constructor(
    private readonly frame: Frame,
    private readonly number: 0 | 1,
  ) {
    this.length = frame.code.integer();
  }

  clear(): void {
    this.frame.code.const(0).set(this.length);
  }

  /** Adds the group at hand. */
  append(): void {
    const { code, vector } = this.frame;
    code.get(this.length).get(vector).storeInteger(this.at).step(this.length, 4);
  }

  /** Does something with each group. */
  each(body: () => void): void {
    const { code, vector } = this.frame;
    const at = code.integer();
    code.get(this.length).when(() => {
      code.const(0).set(at);
      code.repeat(() => {
        code.loadInteger(at, this.at).set(vector);
        body();
        code.step(at, 4);
        code.get(at).get(this.length).scalar('i32.lt_u');
      });
    });
  }

  private get at(): number {
    const { layout } = this.frame;
    return layout.scratch + layout.listsAt + this.number * LIST_BYTES;
  }
}
