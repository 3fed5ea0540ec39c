import type { Lane, Local } from '../../../formula/wasm/index.ts';
import type { Workshop } from './spectrum.ts';

/** The vector at an address. */
export function loadAt({ code, lanes }: Workshop, address: Local, offset: number): Lane {
  return code.load(lanes.leaf(), address, offset);
}

/** Repeats something while a variable counts bytes up from 0: of so many vectors, `apart` of them from one to the next. */
export function countBytes({ code }: Workshop, variable: Local, times: number, body: () => void, apart = 1): void {
  code.const(0).set(variable);
  code.repeat(() => {
    body();
    code.step(variable, 16 * apart);
    code
      .get(variable)
      .const(16 * apart * times)
      .scalar('i32.lt_u');
  });
}
