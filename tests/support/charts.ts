import type { ChartInk, Plot } from '../../src/app/charts/model.ts';

/** A theme's colours. */
export const INK: ChartInk = {
  ink: '#1c2126',
  muted: '#5a6068',
  hairline: '#d8d4c9',
  paper: '#f7f5f0',
  theme: 'light',
  outcomes: ['#1f8a70', '#7d5ba6', '#a3a29d', '#c98a00', '#64788c', '#1c2126'],
};

/** A plot of 300 pixels over so many steps, with an axis from 0 to 1. */
export function plotOf(steps: number, height: number): Plot {
  return {
    left: 50,
    top: 10,
    width: 300,
    height,
    x: (step) => 50 + (300 * step) / steps,
    y: (value) => 10 + height * (1 - value),
  };
}
