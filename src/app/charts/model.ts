import { formatNumber, formatPower } from '../parts/numbers.ts';
import { decadesBetween, linearTicks, type Ticks } from '../parts/ticks.ts';
import type { Column, Floor } from './columns.ts';
import type { Box, Shape } from './shapes.ts';

/** Colours that a chart takes from the theme. */
export interface ChartInk {
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly paper: string;
  readonly theme: 'light' | 'dark';
  /** Colours of the outcomes, in the order of `OUTCOMES`. */
  readonly outcomes: readonly string[];
}

/** An optimizer that a chart shows. */
export interface ChartLine {
  /** Its place in the experiment. */
  readonly index: number;
  readonly label: string;
  readonly color: string;
}

/** One column drawn over the steps. */
export interface Curve {
  readonly color: string;
  /** Width of its line in CSS pixels; 0 for none. */
  readonly width: number;
  readonly dash?: readonly number[];
  /** Whether the line goes on over steps at which it has no value. */
  readonly bridged?: boolean;
  /** The area between it and another curve. */
  readonly area?: { readonly to: number; readonly alpha: number };
  /** Its name at its end. */
  readonly name?: string;
  /** The widest words that are written at its end in place of a name. */
  readonly room?: string;
}

/** Places on a plot in CSS pixels. */
export interface Plot extends Box {
  x(step: number): number;
  y(value: number): number;
}

/** What a chart shows at the moment. */
export interface ChartModel {
  /** Steps that the columns belong to. */
  readonly steps: readonly number[];
  /** One for each of the chart's curves. */
  readonly columns: readonly Column[];
  readonly curves: readonly Curve[];
  /** What the lower end of a logarithmic axis stands for, where that is not itself. */
  readonly floor: Floor | null;
  /** The ends of the vertical axis, for the part of the run that is seen. */
  range(span: readonly [number, number]): readonly [number, number];
  /** Whether the vertical axis has numbers. */
  readonly scaled: boolean;
  /** What is drawn besides curves. */
  shapes(plot: Plot, ink: ChartInk): readonly Shape[];
}

/** Whole steps to mark between two ends. */
export function stepTicks(low: number, high: number, width: number): number[] {
  return linearTicks(low, high, width / 72).values.filter(Number.isInteger);
}

/** Values to mark on a vertical axis, and how they are written. */
export function valueTicks(low: number, high: number, log: boolean, floor: Floor | null, height: number): Ticks {
  if (!log) {
    const { values } = linearTicks(low, high, height / 40);
    return { values, labels: values.map((value) => formatNumber(value)) };
  }
  const values = decadesAbove(floor, low, high, height / 32);
  return { values, labels: values.map((value) => decadeLabel(value, floor)) };
}

/** Powers of ten to mark between two ends; where the lower is a floor, it, and none that would touch its label. */
function decadesAbove(floor: Floor | null, low: number, high: number, most: number): number[] {
  const powers = decadesBetween(low, high, most).map((exponent) => 10 ** exponent);
  if (low !== floor?.at) return powers;
  const apart = (high / low) ** (0.75 / most);
  return [low, ...powers.filter((power) => power > low * apart)];
}

function decadeLabel(value: number, floor: Floor | null): string {
  return value === floor?.at ? floor.label : formatPower(Math.round(Math.log10(value)));
}
