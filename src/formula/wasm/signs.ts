/** The bit of a float32's sign, and the others: one instruction with them is shorter than what compilers make of `neg` and `abs`. */
export const SIGN = 0x80000000;
export const MAGNITUDE = 0x7fffffff;
