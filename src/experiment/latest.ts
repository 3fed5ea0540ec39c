/** What was made last, by a text that it was made from. */
export class Latest<T> {
  /** The last used is the last. */
  private readonly kept = new Map<string, T>();

  /** @param most things that are kept */
  constructor(private readonly most: number) {}

  /** What was made from a text, or is made now. */
  get(text: string, make: () => T): T {
    const found = this.kept.get(text) ?? make();
    this.kept.delete(text);
    this.kept.set(text, found);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return found;
  }
}
