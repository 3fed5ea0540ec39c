/** Time that a reading looks back on, and time for which it is kept so that it can be read, in ms. */
const LOOKS_BACK = 2000;
const KEEPS = 500;

/** How fast a run goes before the eye: steps in each second that passes, whatever they are spent on. */
export class Speedometer {
  private seen: { readonly step: number; readonly at: number }[] = [];
  private readAt = 0;
  private reading = 0;

  /** Steps a second of late; 0 before there is a reading. */
  get perSecond(): number {
    return this.reading;
  }

  /** Begins anew at a step. */
  start(step: number, now = performance.now()): void {
    this.seen = [{ step, at: now }];
    this.readAt = now;
    this.reading = 0;
  }

  /** Takes note of the step that the run has come to. */
  note(step: number, now = performance.now()): void {
    const { seen } = this;
    if (seen.length === 0 || step < seen[seen.length - 1].step) {
      this.start(step, now);
      return;
    }
    seen.push({ step, at: now });
    while (seen.length > 2 && now - seen[1].at >= LOOKS_BACK) seen.shift();
    if (now - this.readAt < KEEPS) return;
    this.readAt = now;
    this.reading = (1000 * (step - seen[0].step)) / (now - seen[0].at);
  }
}
