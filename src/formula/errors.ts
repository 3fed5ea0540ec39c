/** Where in a text something stands: `index` from 0, `line` and `column` from 1. */
export interface Position {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** The position of character `index` of `text`. */
export function positionAt(text: string, index: number): Position {
  const before = text.slice(0, index).split('\n');
  return { index, line: before.length, column: (before.at(-1) as string).length + 1 };
}

/** "column 9", or "line 2, column 9" in a text of several lines. */
export function describePosition(position: Position, text: string): string {
  const column = `column ${position.column}`;
  return text.trimEnd().includes('\n') ? `line ${position.line}, ${column}` : column;
}

/** A formula that cannot be used: the sentence says what was found, where, and what is possible there. */
export class FormulaError extends Error {
  readonly position: Position;

  /**
   * @param problem what was found, without its place: "unknown name `z`"
   * @param text the whole formula
   * @param index the character at which the problem stands
   * @param possible what could stand there instead: "this objective has x, y"
   */
  constructor(
    readonly problem: string,
    readonly text: string,
    index: number,
    readonly possible: string,
  ) {
    const position = positionAt(text, index);
    super(`${problem} at ${describePosition(position, text)}; ${possible}`);
    this.name = 'FormulaError';
    this.position = position;
  }
}

/** What is wrong with a part of a formula, thrown where its place is not known; `lower` turns it into a `FormulaError`. */
export class PartError extends Error {
  /**
   * @param problem what was found: "a division by 0"
   * @param possible what could stand there instead
   */
  constructor(
    readonly problem: string,
    readonly possible: string,
  ) {
    super(problem);
  }
}

/** Something worth knowing about a formula that is nevertheless usable. */
export interface FormulaNote {
  readonly message: string;
  readonly position: Position;
}
