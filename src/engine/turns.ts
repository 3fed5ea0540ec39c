/** Does asynchronous work one after the other, in the order in which it came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();
  private exclusive = 0;

  /** Whether something wants, or has, no other work beside it. */
  get taken(): boolean {
    return this.exclusive > 0;
  }

  /** Does work when all before it is done; what is done at once elsewhere may be done beside it. */
  take<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => {});
    return result;
  }

  /** The same with work that nothing at all may disturb. */
  takeAlone<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(() => this.take(work));
  }

  /** Lets nothing be done beside work that has its turn already. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    this.exclusive++;
    try {
      return await work();
    } finally {
      this.exclusive--;
    }
  }
}
