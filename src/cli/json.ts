import { positionAt } from '../formula/errors.ts';
import { BadInput } from './faults.ts';

/** Deeper nesting than any experiment has; keeps the reader's own recursion short. */
const MAX_DEPTH = 64;
const ESCAPES = '"\\/bfnrtu';

/**
 * Reads JSON more strictly than `JSON.parse`: a name that stands twice is an error, and every error has its place.
 * Throws `BadInput`.
 */
export function parseJson(text: string): unknown {
  new Checker(text).check();
  return JSON.parse(text);
}

/** Walks over a JSON text without building its value. */
class Checker {
  private at = 0;

  constructor(private readonly text: string) {}

  check(): void {
    this.value(0);
    this.blank();
    if (this.at < this.text.length) this.fail(`${this.found()} after the end of the value`, 'remove it');
  }

  private value(depth: number): void {
    this.blank();
    const next = this.text[this.at];
    if (next === '{') this.object(depth);
    else if (next === '[') this.list(depth);
    else if (next === '"') this.string();
    else if (!this.word(/(?:true|false|null)(?!\w)/y)) this.number();
  }

  private object(depth: number): void {
    const names = new Set<string>();
    this.entries('}', depth, () => {
      const from = this.at;
      if (this.text[from] !== '"') this.fail(this.found(), 'a name in double quotes belongs there');
      this.string();
      const name = JSON.parse(this.text.slice(from, this.at)) as string;
      if (names.has(name)) this.fail(`"${name}" stands twice`, 'remove one', from);
      names.add(name);
      this.blank();
      this.expect(':');
      this.value(depth + 1);
    });
  }

  private list(depth: number): void {
    this.entries(']', depth, () => this.value(depth + 1));
  }

  private entries(end: string, depth: number, entry: () => void): void {
    if (depth >= MAX_DEPTH) this.fail('nested too deeply', `${MAX_DEPTH} levels are the most`);
    this.at++;
    this.blank();
    if (this.text[this.at] !== end) {
      for (;;) {
        entry();
        this.blank();
        if (this.text[this.at] !== ',') break;
        this.at++;
        this.blank();
      }
    }
    this.expect(end, ',');
  }

  private string(): void {
    const from = this.at++;
    for (; this.at < this.text.length; this.at++) {
      const each = this.text[this.at];
      if (each === '"') {
        this.at++;
        return;
      }
      if (each < ' ') break;
      if (each !== '\\') continue;
      const mark = this.text[++this.at] ?? '';
      const known = mark !== '' && ESCAPES.includes(mark);
      if (!known || (mark === 'u' && !/^[0-9a-f]{4}$/i.test(this.text.slice(this.at + 1, this.at + 5)))) {
        this.fail(`\`\\${mark}\` in a text`, 'write a backslash as \\\\', this.at - 1);
      }
    }
    this.fail('a text without its closing "', 'close it on the same line', from);
  }

  private number(): void {
    const from = this.at;
    if (!this.word(/-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/y)) {
      this.fail(this.found(), 'a number, a text in double quotes, true, false, null, [ or { belongs there');
    }
    const written = this.text.slice(from, this.at);
    if (!Number.isFinite(Number(written))) this.fail(`${written} is too large`, 'numbers end at 1.8e308', from);
  }

  private word(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private blank(): void {
    while (this.at < this.text.length && ' \t\n\r'.includes(this.text[this.at])) this.at++;
  }

  private expect(mark: string, or = ''): void {
    const possible = or ? `\`${or}\` or \`${mark}\`` : `\`${mark}\``;
    if (this.text[this.at] !== mark) this.fail(this.found(), `${possible} belongs there`);
    this.at++;
  }

  private found(): string {
    const rest = this.text.slice(this.at, this.at + 30);
    return rest === '' ? 'the text ends too early' : `unexpected \`${/^[-+.\w]+/.exec(rest)?.[0] ?? [...rest][0]}\``;
  }

  private fail(problem: string, possible: string, index = this.at): never {
    const { line, column } = positionAt(this.text, index);
    throw new BadInput(`${problem} at line ${line}, column ${column}; ${possible}`);
  }
}
