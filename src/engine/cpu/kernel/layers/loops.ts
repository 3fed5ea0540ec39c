import type { Code, Local } from '../../../../formula/wasm/index.ts';

/** Repeats `body` so many times, which the module knows. */
export function times(code: Code, count: number, body: () => void): void {
  if (count === 0) return;
  if (count === 1) {
    body();
    return;
  }
  const left = code.integer();
  code.const(count).set(left);
  code.repeat(() => {
    body();
    code.step(left, -1);
    code.get(left);
  });
}

/**
 * Goes through `count` things, so many at a time: `body` is written once for the whole groups and once for what is left.
 * @param step what leads from a group to the next
 */
export function inGroups(
  code: Code,
  count: number,
  size: number,
  body: (size: number) => void,
  step: (size: number) => void,
): void {
  times(code, Math.floor(count / size), () => {
    body(size);
    step(size);
  });
  if (count % size > 0) body(count % size);
}

/** A copy of an integer. */
export function copyOf(code: Code, integer: Local): Local {
  const copy = code.integer();
  code.get(integer).set(copy);
  return copy;
}
