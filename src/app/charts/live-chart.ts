import uPlot from 'uplot';
import type { ChartModel } from './model.ts';
import { type ChartSetup, chartOptions } from './options.ts';
import { hearTouch } from './touch.ts';

/** Least size of a chart in CSS pixels: uPlot draws nothing into less. */
const [WIDTH, HEIGHT] = [80, 60];

/** A chart on the page: uPlot's, with what it shows at the moment. */
export class LiveChart {
  private readonly chart: uPlot;
  private readonly observer = new ResizeObserver(([{ contentRect }]) => {
    this.chart.setSize({ width: Math.max(contentRect.width, WIDTH), height: Math.max(contentRect.height, HEIGHT) });
  });

  /** Makes a chart as large as its host, which it fills from then on. */
  constructor(
    host: HTMLElement,
    public model: ChartModel,
    setup: Omit<ChartSetup, 'size' | 'model'>,
  ) {
    const size = [Math.max(host.clientWidth, WIDTH), Math.max(host.clientHeight, HEIGHT)] as const;
    this.chart = new uPlot(chartOptions({ ...setup, size, model: () => this.model }), undefined, host);
    hearTouch(this.chart.over);
    this.observer.observe(host);
  }

  /** Shows other columns of the same curves, over a part of the run. */
  show(model: ChartModel, [min, max]: readonly [number, number]): void {
    const { chart } = this;
    const relabelled = model.floor?.label !== this.model.floor?.label;
    this.model = model;
    chart.batch(() => {
      chart.setData([[...model.steps], ...model.columns], false);
      if (model.steps.length > 0) chart.setScale('x', { min, max });
      // Numbers along an axis are written anew only where its ends change, and a floor may appear between the same ends.
      if (relabelled) chart.redraw(false, true);
    });
  }

  /** Puts the cursor on a step, that of the linked charts too; takes it away with null. */
  point(step: number | null): void {
    const { chart } = this;
    const place = step === null ? { left: -10, top: -10 } : { left: chart.valToPos(step, 'x'), top: 1 };
    // The last argument, which uPlot's types leave out, tells the linked charts.
    const setCursor = chart.setCursor as (at: typeof place, fire: boolean, publish: boolean) => void;
    setCursor(place, true, true);
  }

  destroy(): void {
    this.observer.disconnect();
    this.chart.destroy();
  }
}
