import type { Local } from './instructions.ts';
import type { Lane } from './lanes.ts';

/** Which local variables hold which expressions, at a place in a function. Arrays by the expressions' numbers: a large function asks some hundred thousand times. */
export class LaneLocals {
  /** The local variable and 1; 0 where there is none. */
  private locals = new Int32Array(0);
  private marks = new Int32Array(0);
  private lastMark = 0;
  /** The expressions that are held, in the order in which they came. */
  private readonly held: Lane[] = [];

  /** How many expressions are held. */
  get count(): number {
    return this.held.length;
  }

  has(lane: Lane): boolean {
    return this.locals[lane.id] > 0;
  }

  /** The local variable that holds an expression. */
  of(lane: Lane): Local | undefined {
    const local = this.locals[lane.id];
    return local > 0 ? local - 1 : undefined;
  }

  set(lane: Lane, local: Local): void {
    if (lane.id >= this.locals.length) this.grow(lane.id);
    this.locals[lane.id] = local + 1;
    this.held.push(lane);
  }

  /** Forgets all expressions but the first ones. */
  forget(count: number): void {
    for (const lane of this.held.splice(count)) this.locals[lane.id] = 0;
  }

  /** A mark that no expression has. */
  newMark(): number {
    return ++this.lastMark;
  }

  /** Marks an expression; whether it did not have that mark. */
  mark(lane: Lane, mark: number): boolean {
    if (lane.id >= this.marks.length) this.grow(lane.id);
    const isNew = this.marks[lane.id] !== mark;
    this.marks[lane.id] = mark;
    return isNew;
  }

  private grow(id: number): void {
    const { locals, marks } = this;
    const length = Math.max(2 * id, 1024);
    this.locals = new Int32Array(length);
    this.locals.set(locals);
    this.marks = new Int32Array(length);
    this.marks.set(marks);
  }
}
