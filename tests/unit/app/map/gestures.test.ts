import { beforeEach, describe, expect, it } from 'vitest';
import { listenForGestures } from '../../../../src/app/map/gestures.ts';

/** An element of 400 by 300 pixels at (10, 20). */
class Plane extends EventTarget {
  setPointerCapture() {}
  getBoundingClientRect() {
    return { left: 10, top: 20 };
  }
}

let told: string[];
let grabs: boolean;
let plane: Plane;

beforeEach(() => {
  told = [];
  grabs = false;
  plane = new Plane();
  const round = (numbers: readonly number[]) => numbers.map(Math.round).join(',');
  listenForGestures(
    plane as unknown as HTMLElement,
    {
      pan: (by) => told.push(`pan ${round(by)}`),
      zoom: (factor, at) => told.push(`zoom ${factor.toFixed(2)} ${round(at)}`),
      home: () => told.push('home'),
      click: (at) => told.push(`click ${round(at)}`),
      grab: (at, reach) => {
        told.push(`grab? ${round(at)} ${reach}`);
        return grabs;
      },
      drag: (at) => told.push(`drag ${round(at)}`),
      drop: () => told.push('drop'),
    },
    new AbortController().signal,
  );
});

function pointer(type: string, x: number, y: number, pointerId = 1, pointerType = 'mouse') {
  plane.dispatchEvent(
    Object.assign(new Event(type), { clientX: x + 10, clientY: y + 20, pointerId, pointerType, button: 0 }),
  );
}

describe('a pointer', () => {
  it('that hardly moves clicks', () => {
    pointer('pointerdown', 50, 60);
    pointer('pointermove', 52, 61);
    pointer('pointerup', 52, 61);
    expect(told).toEqual(['grab? 50,60 14', 'click 52,61']);
  });

  it('that moves pans by its whole way, and does not click', () => {
    pointer('pointerdown', 50, 60);
    pointer('pointermove', 53, 60);
    pointer('pointermove', 60, 65);
    pointer('pointermove', 61, 70);
    pointer('pointerup', 61, 70);
    expect(told.slice(1)).toEqual(['pan 10,5', 'pan 1,5']);
  });

  it('drags what it grabs, and lets go', () => {
    grabs = true;
    pointer('pointerdown', 50, 60);
    pointer('pointermove', 51, 60);
    pointer('pointermove', 90, 80);
    pointer('pointerup', 90, 80);
    expect(told.slice(1)).toEqual(['drag 51,60', 'drag 90,80', 'drop']);
  });

  it('that is taken away neither clicks nor goes on dragging', () => {
    pointer('pointerdown', 50, 60);
    pointer('pointercancel', 50, 60);
    pointer('pointermove', 90, 90);
    pointer('pointerup', 90, 90);
    expect(told).toEqual(['grab? 50,60 14']);
  });
});

describe('fingers', () => {
  it('may stray farther, and reach farther', () => {
    pointer('pointerdown', 50, 60, 1, 'touch');
    pointer('pointermove', 57, 60, 1, 'touch');
    pointer('pointerup', 57, 60, 1, 'touch');
    expect(told).toEqual(['grab? 50,60 28', 'click 57,60']);
  });

  it('that spread zoom in about their middle; two of them do not click', () => {
    pointer('pointerdown', 100, 100, 1, 'touch');
    pointer('pointerdown', 200, 100, 2, 'touch');
    pointer('pointermove', 300, 100, 2, 'touch');
    pointer('pointerup', 300, 100, 2, 'touch');
    pointer('pointerup', 100, 100, 1, 'touch');
    expect(told.slice(1)).toEqual(['pan 50,0', 'zoom 0.50 200,100']);
  });
});
