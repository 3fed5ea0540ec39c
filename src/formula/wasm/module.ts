import { ByteWriter, bytesOfDoubles } from './bytes.ts';
import { Code, type Places } from './code.ts';
import { type Callee, END, I32, I32_CONST } from './instructions.ts';
import { type ConstantLane, Lanes, type Table } from './lanes.ts';

const FUNCTION_TYPE = 0x60;
const EXPORT_FUNCTION = 0;
const IMPORT_MEMORY = 2;

/** Collects functions and constants and writes them as a WebAssembly module that imports its memory as `env.memory`. */
export class ModuleWriter implements Places {
  readonly lanes = new Lanes();
  private readonly functions: { name: string; code: Code }[] = [];
  private readonly places = new Map<Table | ConstantLane, number>();
  private readonly data = new ByteWriter();
  private end: number;

  /** @param constantsAt where in the memory tables and constants go, a multiple of 16 */
  constructor(private readonly constantsAt: number) {
    this.end = constantsAt;
  }

  /** Where the constants end, once the module is written. */
  get constantsEnd(): number {
    return this.end;
  }

  /** Adds a function of so many i32 parameters without a result; gives what later ones call it by. */
  function(name: string, parameters: number, body: (code: Code) => void): Callee {
    const code = new Code(parameters, this.lanes, this);
    body(code);
    return this.functions.push({ name, code }) - 1;
  }

  /** The module. `pages` is how many pages of 64 KiB its memory has at least. */
  finish(pages: number): Uint8Array<ArrayBuffer> {
    const { functions } = this;
    const arities = [...new Set(functions.map(({ code }) => code.parameters))];
    const bodies = functions.map(({ code }) => code.finish());
    const writer = new ByteWriter().write([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    const section = (id: number, count: number, write: (content: ByteWriter) => void) => {
      const content = new ByteWriter().unsigned(count);
      write(content);
      writer.byte(id).counted(content.finish());
    };
    section(1, arities.length, (to) => {
      for (const count of arities) to.byte(FUNCTION_TYPE).counted(Array(count).fill(I32)).byte(0);
    });
    section(2, 1, (to) => to.text('env').text('memory').byte(IMPORT_MEMORY).byte(0).unsigned(pages));
    section(3, functions.length, (to) => {
      for (const { code } of functions) to.unsigned(arities.indexOf(code.parameters));
    });
    section(7, functions.length, (to) => {
      for (const [i, { name }] of functions.entries()) to.text(name).byte(EXPORT_FUNCTION).unsigned(i);
    });
    section(10, functions.length, (to) => {
      for (const body of bodies) to.counted(body);
    });
    const data = this.data.finish();
    section(11, 1, (to) => to.byte(0).byte(I32_CONST).signed(this.constantsAt).byte(END).counted(data));
    return writer.finish();
  }

  table(table: Table): number {
    return this.place(table, () => bytesOfDoubles(table.values));
  }

  constant(constant: ConstantLane): number {
    return this.place(constant, () => constant.what);
  }

  private place(key: Table | ConstantLane, bytes: () => Uint8Array): number {
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const at = this.end;
    const content = bytes();
    this.data.write(content);
    this.places.set(key, at);
    this.end += content.length;
    return at;
  }
}
