import type { Pixels } from './viewport.ts';

/** What pointers on a map ask for. */
export interface GestureTarget {
  /** Dragged by so many pixels. */
  pan(by: Pixels): void;
  /** Zoomed about a pixel; a factor above 1 leads away. */
  zoom(factor: number, at: Pixels): void;
  /** Double-clicked. */
  home(): void;
  /** Clicked or tapped. */
  click(at: Pixels): void;
  /** Whether something can be dragged that lies within so many pixels of a place; from then on it is. */
  grab(at: Pixels, reach: number): boolean;
  /** What was grabbed is dragged to a place. */
  drag(at: Pixels): void;
  /** And is let go. */
  drop(): void;
}

/** Zoom for one pixel of wheel travel; pinching on a touch pad sends small wheel steps with ctrl. */
const WHEEL = 0.0015;
const PINCH = 0.01;
const LINE = 16;
/** Pixels that a pointer may stray during a click, and those around a thing within which it is grabbed: of a mouse or a pen, of a finger. */
const STRAY = { fine: 4, coarse: 10 };
const REACH = { fine: 14, coarse: 28 };

/** Listens for drag, wheel, pinch, click and double-click on an element until `signal` ends it. */
export function listenForGestures(element: HTMLElement, target: GestureTarget, signal: AbortSignal): void {
  const pointers = new Map<number, Pixels>();
  /** Where a click began that may still become one; the pointer that drags something. */
  let pressed: Pixels | null = null;
  let dragging: number | null = null;
  const place = (event: MouseEvent): Pixels => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const kind = ({ pointerType }: PointerEvent) => (pointerType === 'touch' ? 'coarse' : 'fine');

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      const at = place(event);
      pressed = pointers.size === 0 ? at : null;
      if (pressed && target.grab(at, REACH[kind(event)])) {
        dragging = event.pointerId;
        pressed = null;
      }
      pointers.set(event.pointerId, at);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!pointers.has(event.pointerId)) return;
      const at = place(event);
      if (dragging !== null) {
        if (event.pointerId === dragging) target.drag(at);
        return;
      }
      if (pressed) {
        if (Math.hypot(at[0] - pressed[0], at[1] - pressed[1]) <= STRAY[kind(event)]) return;
        pressed = null;
      }
      const before = spread([...pointers.values()]);
      pointers.set(event.pointerId, at);
      const after = spread([...pointers.values()]);
      target.pan([after.middle[0] - before.middle[0], after.middle[1] - before.middle[1]]);
      if (before.radius > 0 && after.radius > 0) target.zoom(before.radius / after.radius, after.middle);
    },
    { signal },
  );
  for (const end of ['pointerup', 'pointercancel'] as const) {
    element.addEventListener(
      end,
      (event) => {
        if (!pointers.delete(event.pointerId)) return;
        if (event.pointerId === dragging) {
          dragging = null;
          target.drop();
        } else if (pressed && end === 'pointerup') target.click(place(event));
        pressed = null;
      },
      { signal },
    );
  }
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const travel = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE;
      target.zoom(Math.exp(travel * (event.ctrlKey ? PINCH : WHEEL)), place(event));
    },
    { signal, passive: false },
  );
  element.addEventListener('dblclick', () => target.home(), { signal });
}

/** Middle of the fingers and their distance from it; 0 for a single one. */
function spread(points: readonly Pixels[]): { middle: [number, number]; radius: number } {
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  const middle: [number, number] = [mean(0), mean(1)];
  return { middle, radius: Math.hypot(points[0][0] - middle[0], points[0][1] - middle[1]) };
}
