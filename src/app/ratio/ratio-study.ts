/**
 * Networks that come one after another, kept as they come; the work can be halted and gone on with. Fires `change` when there are
 * more, and when work begins or ends.
 */
export class RatioStudy<Network> extends EventTarget {
  readonly networks: Network[] = [];
  /** Whether it is at work. */
  working = false;
  /** Whether the reader halted it. */
  halted = false;
  /** Whether all networks are there. */
  done = false;
  /** Why the work failed; null if it did not. */
  problem: unknown = null;
  private work: Promise<void> | null = null;
  private source: AsyncGenerator<readonly Network[], void> | null = null;

  /** Goes on, or begins: at first, and after a failure. Resolves when it halts or is done. */
  async go(begin: () => AsyncGenerator<readonly Network[], void>): Promise<void> {
    if (this.working || this.done) return;
    this.working = true;
    this.halted = false;
    this.problem = null;
    this.changed();
    // What was halted may still wait for the networks under way.
    this.work ??= this.pull(begin).finally(() => {
      this.work = null;
    });
    await this.work;
  }

  /** Halts, when the networks under way are there, until the reader lets it go on. */
  halt(): void {
    this.halted = true;
    this.rest();
  }

  /** Halts while nobody looks. */
  rest(): void {
    this.working = false;
    this.changed();
  }

  private async pull(begin: () => AsyncGenerator<readonly Network[], void>): Promise<void> {
    try {
      if (!this.source) {
        this.networks.length = 0;
        this.source = begin();
      }
      while (this.working) {
        const { done, value } = await this.source.next();
        if (value) this.networks.push(...value);
        if (done) {
          this.done = true;
          break;
        }
        this.changed();
      }
    } catch (error) {
      this.source = null;
      this.problem = error;
    }
    if (!this.working) return;
    this.working = false;
    this.changed();
  }

  private changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
