/** Draws once a frame, whenever that is asked for. */
export class Redraw {
  private frame = 0;
  /** Whether the next frame is to draw, and whether its picture was drawn ahead of it. */
  private due = false;
  private ahead = false;

  constructor(private readonly draw: () => void) {}

  /** Draws in the next frame. */
  soon(): void {
    this.due = true;
    this.awaitFrame();
  }

  /** Draws at once, unless the frame's picture is drawn already: for what is drawn by another thread, which may then be done by the next frame. */
  now(): void {
    if (this.ahead) {
      this.soon();
      return;
    }
    this.ahead = true;
    this.due = false;
    this.awaitFrame();
    this.draw();
  }

  stop(): void {
    cancelAnimationFrame(this.frame);
  }

  private awaitFrame(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.ahead = false;
      if (this.due) this.draw();
    });
  }
}
