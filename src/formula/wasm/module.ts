import { ByteWriter, counted, float64, signed, unsigned } from './bytes.ts';
import { Code, type Places } from './code.ts';
import { I32 } from './instructions.ts';
import { Lanes, type Table } from './lanes.ts';

const FUNCTION_TYPE = 0x60;
const EXPORT_FUNCTION = 0;
const IMPORT_MEMORY = 2;

/** Collects functions and constants and writes them as a WebAssembly module that imports its memory as `env.memory`. */
export class ModuleWriter implements Places {
  readonly lanes = new Lanes();
  private readonly functions: { name: string; code: Code }[] = [];
  private readonly data = new Map<Table | string, { readonly at: number; readonly bytes: readonly number[] }>();
  private end: number;

  /** @param constantsAt where in the memory tables and constants go, a multiple of 16 */
  constructor(constantsAt: number) {
    this.end = constantsAt;
  }

  /** Where the constants end, once the module is written. */
  get constantsEnd(): number {
    return this.end;
  }

  /** Adds a function of so many i32 parameters without a result. */
  function(name: string, parameters: number, body: (code: Code) => void): void {
    const code = new Code(parameters, this);
    body(code);
    this.functions.push({ name, code });
  }

  /** The module. `pages` is how many pages of 64 KiB its memory has at least. */
  finish(pages: number): Uint8Array<ArrayBuffer> {
    const arities = [...new Set(this.functions.map(({ code }) => code.parameters))];
    const types = arities.map((count) => [FUNCTION_TYPE, ...counted(Array(count).fill(I32)), 0]);
    const bodies = this.functions.map(({ code }) => code.finish());
    const data = [...this.data.values()].map(({ at, bytes }) => [0, 0x41, ...signed(at), 0x0b, ...counted(bytes)]);
    const writer = new ByteWriter();
    writer.write([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const section = (id: number, count: number, entries: readonly ArrayLike<number>[]) => {
      if (count === 0) return;
      const content = new ByteWriter();
      content.write(unsigned(count));
      for (const entry of entries) content.write(entry);
      const bytes = content.finish();
      writer.write([id, ...unsigned(bytes.length)]);
      writer.write(bytes);
    };
    const { length } = this.functions;
    const memory = [...text('env'), ...text('memory'), IMPORT_MEMORY, 0, ...unsigned(pages)];
    const typesOf = this.functions.map(({ code }) => unsigned(arities.indexOf(code.parameters)));
    const exports = this.functions.map(({ name }, i) => [...text(name), EXPORT_FUNCTION, ...unsigned(i)]);
    section(1, types.length, types);
    section(2, 1, [memory]);
    section(3, length, typesOf);
    section(7, length, exports);
    section(
      10,
      length,
      bodies.flatMap((body) => [unsigned(body.length), body]),
    );
    section(11, data.length, data);
    return writer.finish();
  }

  table(table: Table): number {
    return this.place(table, () => table.values.flatMap(float64));
  }

  constant(bytes: readonly number[]): number {
    return this.place(bytes.join(), () => bytes);
  }

  private place(key: Table | string, bytes: () => readonly number[]): number {
    const known = this.data.get(key);
    if (known) return known.at;
    const at = this.end;
    const content = bytes();
    this.data.set(key, { at, bytes: content });
    this.end += content.length;
    return at;
  }
}

const text = (name: string) => counted(Array.from(new TextEncoder().encode(name)));
