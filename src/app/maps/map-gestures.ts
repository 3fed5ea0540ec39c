/** A place in CSS pixels from the element's upper left corner. */
export type Place = readonly [x: number, y: number];

/** What pointers on maps ask for. */
export interface MapGestures {
  /** A pointer rests or moves at a place without being dragged; null where it has gone. */
  hover(at: Place | null): void;
  /** It is dragged from one place to another, further with each call. */
  drag(from: Place, to: Place): void;
  /** It was let go after a drag. */
  drop(from: Place, to: Place): void;
  /** It was let go where it came down. */
  click(at: Place): void;
}

/** Travel in CSS pixels from which on a press is a drag: fingers tremble. */
const TRAVEL = { mouse: 4, touch: 10 };

/** Listens for one pointer at a time on an element until `signal` ends it. Returns what calls a drag off. */
export function listenForMapGestures(element: HTMLElement, target: MapGestures, signal: AbortSignal): () => void {
  let pressed: { readonly id: number; readonly from: Place; dragged: boolean } | null = null;
  const place = (event: PointerEvent): Place => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const on = (type: string, listener: (event: PointerEvent) => void) =>
    element.addEventListener(type, listener as EventListener, { signal });

  on('pointerdown', (event) => {
    if (event.button !== 0 || pressed) return;
    element.setPointerCapture(event.pointerId);
    pressed = { id: event.pointerId, from: place(event), dragged: false };
    target.hover(pressed.from);
  });
  on('pointermove', (event) => {
    const at = place(event);
    if (pressed?.id !== event.pointerId) {
      if (!pressed) target.hover(at);
      return;
    }
    const far = Math.hypot(at[0] - pressed.from[0], at[1] - pressed.from[1]);
    pressed.dragged ||= far > (event.pointerType === 'touch' ? TRAVEL.touch : TRAVEL.mouse);
    if (pressed.dragged) target.drag(pressed.from, at);
    else target.hover(at);
  });
  on('pointerup', (event) => {
    if (pressed?.id !== event.pointerId) return;
    const { from, dragged } = pressed;
    pressed = null;
    if (dragged) target.drop(from, place(event));
    else target.click(from);
  });
  const leave = (event: PointerEvent) => {
    if (pressed && pressed.id !== event.pointerId) return;
    pressed = null;
    target.hover(null);
  };
  on('pointercancel', leave);
  on('pointerleave', (event) => {
    if (!pressed) leave(event);
  });
  return () => {
    pressed = null;
  };
}
