/** How far a finger may stray and still have tapped, in CSS pixels. */
const TAP = 8;

/**
 * Lets fingers do on a plot what a mouse does: uPlot hears mice alone. A tap moves the cursor, a drag sideways zooms, a drag up or down scrolls the page.
 * @param plot the element on which uPlot listens
 */
export function hearTouch(plot: HTMLElement): void {
  plot.style.touchAction = 'pan-y';
  let from: readonly [number, number] | null = null;
  const tell = (type: string, { clientX, clientY }: PointerEvent, target: EventTarget = plot) => {
    // uPlot takes a move by nothing for a browser's mistake.
    const init = { bubbles: true, cancelable: true, clientX, clientY, movementX: 1, button: 0, view: window };
    target.dispatchEvent(new MouseEvent(type, init));
  };
  plot.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse' || !event.isPrimary) return;
    from = [event.clientX, event.clientY];
    tell('mousemove', event);
  });
  plot.addEventListener('pointermove', (event) => {
    if (!from || event.pointerType === 'mouse' || !event.isPrimary) return;
    if (!plot.hasPointerCapture(event.pointerId)) {
      if (Math.abs(event.clientX - from[0]) < TAP) return;
      plot.setPointerCapture(event.pointerId);
      tell('mousedown', event);
    }
    tell('mousemove', event);
  });
  for (const type of ['pointerup', 'pointercancel'] as const) {
    plot.addEventListener(type, (event) => {
      if (event.pointerType === 'mouse') return;
      if (plot.hasPointerCapture(event.pointerId)) tell('mouseup', event, document);
      from = null;
    });
  }
}
