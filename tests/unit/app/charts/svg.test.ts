import { describe, expect, it } from 'vitest';
import { figureOf } from '../../../../src/app/charts/figure.ts';
import type { ChartModel } from '../../../../src/app/charts/model.ts';
import { svgOf } from '../../../../src/app/charts/svg.ts';
import { INK } from '../../../support/charts.ts';

const model: ChartModel = {
  steps: [0, 50, 100],
  columns: [
    [1, 0.1, null],
    [10, 1, 0.01],
    [3, 0.3, 0.02],
  ],
  curves: [
    { color: '#56B4E9', width: 0 },
    { color: '#56B4E9', width: 0, area: { to: 0, alpha: 0.2 } },
    { color: '#E69F00', width: 2, name: 'Adam <&> me' },
  ],
  floor: null,
  range: () => [0.01, 10],
  scaled: true,
  shapes: () => [],
};
const setup = {
  title: 'Loss',
  summary: 'median of Adam 0.02',
  note: 'a note',
  size: [400, 200] as const,
  log: true,
  span: [0, 100] as const,
  ink: INK,
};

describe('svgOf', () => {
  const svg = svgOf(figureOf(model, setup));
  const paths = [...svg.matchAll(/<path d="([^"]+)"([^>]*)>/g)].map(([, d, rest]) => ({ d, rest }));

  it('has the line through every value, at its place', () => {
    const line = paths.find(({ rest }) => rest.includes('stroke="#E69F00"'));
    const points = [...(line?.d ?? '').matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    expect(points).toHaveLength(3);
    // The plot begins at 60 and is 116 high from 52 on; three decades.
    points.forEach(([, y], i) => {
      expect(y).toBeCloseTo(52 + (116 * (1 - Math.log10([3, 0.3, 0.02][i]))) / 3, 1);
    });
    expect(points[0][0]).toBe(60);
    expect(points[1][0] - points[0][0]).toBeCloseTo(points[2][0] - points[1][0], 1);
  });

  it('has the band as far as both its edges are known', () => {
    const band = paths.find(({ rest }) => rest.includes('fill="#56B4E9"'));
    expect(band?.rest).toContain('fill-opacity="0.2"');
    expect(band?.d.match(/[ML]/g)).toHaveLength(4);
  });

  it('has title, summary, axes and names as text that any reader takes', () => {
    const words = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(words).toEqual(expect.arrayContaining(['Loss', 'a note', 'step', '0', '100', '10⁻²', '10⁰']));
    expect(svg).toContain('Adam &lt;&amp;');
    expect(svg).toContain('<desc>median of Adam 0.02</desc>');
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has the part of the run that is zoomed to', () => {
    const zoomed = svgOf(figureOf(model, { ...setup, span: [50, 100] }));
    expect(zoomed).toContain('>60</text>');
    expect(zoomed).not.toContain('>0</text>');
  });
});
