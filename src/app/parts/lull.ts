/** Tells when news has ceased for a while. */
export class Lull {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param milliseconds time without news after which it has ceased
   * @param come called then, once
   */
  constructor(
    private readonly milliseconds: number,
    private readonly come: () => void,
  ) {}

  /** There is news: the wait begins anew. */
  news(): void {
    this.end();
    this.timer = setTimeout(this.come, this.milliseconds);
  }

  /** No more is waited for. */
  end(): void {
    clearTimeout(this.timer);
  }
}
