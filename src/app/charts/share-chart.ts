import { msg } from '@lit/localize';
import { customElement, property } from 'lit/decorators.js';
import { shareText } from '../../analysis/share-text.ts';
import type { Outcome } from '../../engine/index.ts';
import { inSeries } from '../parts/listed.ts';
import { widest } from './end-labels.ts';
import type { ChartInk, ChartLine, ChartModel, Plot } from './model.ts';
import { outcomeWord } from './outcome-words.ts';
import { laneShapes, STACK, type Stack, stackOf } from './shares.ts';
import { StepChart } from './step-chart.ts';

/** What the trajectories of each optimizer have come to, step by step: a lane of stacked shares for each. */
@customElement('share-chart')
export class ShareChart extends StepChart {
  /** Whether the run is over: until then a trajectory that still descends is on its way. */
  @property({ type: Boolean }) done = false;

  protected override readonly filledBy = ['done'];
  protected override readonly scalable = false;
  private stacks: readonly { readonly line: ChartLine; readonly stack: Stack }[] = [];

  protected override modelOf(): ChartModel {
    this.stacks = this.lines.map((line) => ({ line, stack: stackOf(this.history, line.index) }));
    const { stacks } = this;
    const steps = this.history.map(({ step }) => step);
    return {
      steps,
      columns: [steps.map(() => 0)],
      curves: [{ color: 'transparent', width: 0, room: widest(this.lines) }],
      floor: null,
      range: () => [0, 1],
      scaled: false,
      shapes: (plot: Plot, ink: ChartInk) => laneShapes(stacks, plot, ink, (outcome) => this.wordFor(outcome)),
    };
  }

  protected override note(): string {
    return this.done ? msg('share of the trajectories, to the end') : msg('share of the trajectories, so far');
  }

  protected override values(index: number) {
    return this.stacks.map(({ line, stack }) => ({ line, text: this.sharesAt(stack, index) }));
  }

  protected override conclusion(): string {
    const words = this.lines.map((line) => {
      const stack = stackOf(this.history, line.index);
      return `${line.label} ${this.sharesAt(stack, stack.steps.length - 1)}`;
    });
    return words.join(msg('; ')) || msg('no optimizer is shown');
  }

  private sharesAt({ edges, wholes }: Stack, at: number): string {
    const shares = STACK.flatMap((outcome, k) => {
      const share = (edges[k][at] ?? 0) - (edges[k - 1]?.[at] ?? 0);
      const count = Math.round(share * wholes[at]);
      return count > 0 ? [`${this.wordFor(outcome)} ${shareText(count, wholes[at])}`] : [];
    });
    return inSeries(shares) || '–';
  }

  private wordFor(outcome: Outcome): string {
    return outcomeWord(outcome, this.done).label;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-chart': ShareChart;
  }
}
