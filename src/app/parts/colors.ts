import { msg } from '@lit/localize';
import type { Outcome } from '../../engine/index.ts';

/** Colours of optimizers in the experiment's order: the set of Okabe and Ito, told apart by every kind of sight. */
const OPTIMIZERS = ['#E69F00', '#56B4E9', '#009E73', '#D55E00', '#CC79A7', '#0072B2', '#F0E442', '#8A8F98'];

/** Hues of minima: like in lightness, so that none stands out. */
const MINIMA = ['#1f8a70', '#b4543a', '#3b76b8', '#8a7a1f', '#a04a86', '#4f8a2f', '#6a63b5', '#a8632a'];

/** The colour of an optimizer, the same on its card, its particles and its curves. */
export function optimizerColor(index: number): string {
  return OPTIMIZERS[index % OPTIMIZERS.length];
}

/** Number of minima that are told apart by hue. */
export const HUES = MINIMA.length;

/** The colour of a minimum by its place in the objective's list. */
export function minimumColor(index: number): string {
  return MINIMA[index % MINIMA.length];
}

/** `#rrggbb` as red, green and blue from 0 to 1. */
export function toRgb(hex: string): [number, number, number] {
  const byte = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [byte(1), byte(3), byte(5)];
}

/** `#rrggbb` made translucent. */
export function translucent(hex: string, alpha: number): string {
  const [r, g, b] = toRgb(hex).map((share) => Math.round(share * 255));
  return `rgb(${r} ${g} ${b} / ${alpha})`;
}

/** How an outcome is told; its colour is the custom property of its name. */
export interface OutcomeSign {
  readonly label: string;
  readonly meaning: string;
  /** Its symbol in a box of 12 by 12. */
  readonly path: string;
  /** Whether the symbol is filled or drawn as lines. */
  readonly filled: boolean;
}

/** The signs of all outcomes. */
export const OUTCOME_SIGNS: Readonly<Record<Outcome, OutcomeSign>> = {
  converged: {
    get label() {
      return msg('converged');
    },
    get meaning() {
      return msg('came to rest in a minimum');
    },
    path: 'M6 1.5a4.5 4.5 0 1 0 .001 0z',
    filled: true,
  },
  saddle: {
    get label() {
      return msg('saddle');
    },
    get meaning() {
      return msg('the gradient vanished where the surface still falls in one direction');
    },
    path: 'M2 2q4 4 0 8M10 2q-4 4 0 8',
    filled: false,
  },
  flat: {
    get label() {
      return msg('flat');
    },
    get meaning() {
      return msg('the gradient vanished on flat ground');
    },
    path: 'M1.5 6h9',
    filled: false,
  },
  oscillating: {
    get label() {
      return msg('oscillating');
    },
    get meaning() {
      return msg('the loss has stopped falling while the gradient is still large');
    },
    path: 'M1.5 8.5L4 3.5L6.5 8.5L9 3.5L10.5 6.5',
    filled: false,
  },
  crawling: {
    get label() {
      return msg('crawling');
    },
    get meaning() {
      return msg('still descending, too slowly to arrive');
    },
    path: 'M2.5 2.5L6 6L2.5 9.5M6.5 2.5L10 6L6.5 9.5',
    filled: false,
  },
  diverged: {
    get label() {
      return msg('diverged');
    },
    get meaning() {
      return msg('thrown out of bounds');
    },
    path: 'M2.5 9.5L9.5 2.5M4 2.5h5.5V8',
    filled: false,
  },
};
