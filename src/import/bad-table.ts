/** A table that cannot be used: the sentence says what was found, where, and what to do. */
export class BadTable extends Error {
  override readonly name = 'BadTable';
}
