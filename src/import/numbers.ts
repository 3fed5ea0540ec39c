const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number that a text stands for: NaN where it is none, infinite where it is too large for one. */
export function numberFrom(text: string): number {
  return NUMBER.test(text.trim()) ? Number(text) : Number.NaN;
}

/** Why a text stands for no number that can be used, and what to do. */
export function noNumber(text: string): { readonly problem: string; readonly possible: string } {
  return Number.isNaN(numberFrom(text))
    ? { problem: `"${text}" is no number`, possible: 'write it like -1.5e3' }
    : { problem: `${text.trim()} is too large`, possible: 'numbers end at 1.8e308' };
}
