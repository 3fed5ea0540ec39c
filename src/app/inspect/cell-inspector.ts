import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Examination, examine } from '../../analysis/examination.ts';
import { BATCH } from '../../catalogue/index.ts';
import type { Run } from '../../engine/index.ts';
import { type Plan, settingOf } from '../../experiment/index.ts';
import { nameOf } from '../axes.ts';
import type { EditRequest } from '../edits.ts';
import { translated } from '../locale/translated.ts';
import { networkOf } from '../networks/network-of.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatCount, formatNumber } from '../parts/numbers.ts';
import { sentenceOf } from '../parts/sentences.ts';
import { withCellAlone } from '../settling.ts';
import type { PageView } from '../view/page-view.ts';
import './cell-head.ts';
import { inspectorStyles } from './cell-inspector.css.ts';
import { outcomeLine } from './outcome-line.ts';
import type { PathMap } from './path-map.ts';
import './path-map.ts';
import { reasonOf } from './reason.ts';
import type { StepCharts } from './step-charts.ts';
import './step-charts.ts';
import { stacked } from './stacked.ts';

/** The control of the edit that opens a cell as an experiment. */
export const INSPECTOR = 'inspector';

/** Time in ms for which a plan must stay as it is before its cell is followed: while a slider moves it is another one on every frame. */
const SETTLED = 150;
/** Pixels of it that must be in sight when it opens. */
const SEEN = 120;

/** One cell under the glass: its path, its steps, its outcome and why it is called so. Fires `view` with the cell, and `edit` to open it as an experiment. */
@customElement('cell-inspector')
export class CellInspector extends LitElement {
  static override styles = [controls, inspectorStyles];

  @property({ attribute: false }) run: Run | null = null;
  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) cell: PageView['cell'] = null;
  /** Step from which the run goes by other numbers than before; null for none. */
  @property({ attribute: false }) mixedFrom: number | null = null;
  /** Whether it stays where it is when it opens, for there is something else to be read. */
  @property({ type: Boolean }) stays = false;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private examination: Examination | null = null;
  /** Whether the examination is that of a cell before, until the first report of the present one. */
  @state() private outdated = false;
  /** Why the cell could not be followed. */
  @state() private trouble: string | null = null;
  @query('path-map') private map!: PathMap | null;
  @query('step-charts') private charts!: StepCharts | null;

  private abort = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is followed, so that the same is not followed twice. */
  private followed: readonly unknown[] = [];

  /** The path and the charts one under the other; null before they are drawn. */
  picture(): HTMLCanvasElement | null {
    const charts = [...(this.charts?.renderRoot.querySelectorAll('line-chart') ?? [])];
    const drawn = charts.flatMap(({ label, canvas }) => (canvas ? [{ label, canvas }] : []));
    return this.map ? stacked([{ label: '', canvas: this.map.canvas }, ...drawn], getComputedStyle(this)) : null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    this.followed = [];
  }

  override firstUpdated(): void {
    if (this.stays) return;
    // In a narrow window it opens far below what was clicked.
    const { top } = this.getBoundingClientRect();
    if (navigator.userActivation?.isActive && top > innerHeight - SEEN) this.scrollIntoView({ block: 'start' });
  }

  override updated(): void {
    const { run, plan, cell } = this;
    const wanted = [run?.engine, plan, ...(cell ?? [])];
    if (wanted.length === this.followed.length && wanted.every((each, i) => each === this.followed[i])) return;
    const replanned = this.followed.length > 0 && plan !== this.followed[1];
    this.followed = wanted;
    this.stop();
    this.outdated = true;
    if (!run || !plan || !cell) return;
    this.timer = setTimeout(() => void this.follow(run, plan, cell), replanned ? SETTLED : 0);
  }

  override render() {
    const { plan, cell, examination, theme } = this;
    if (!plan || !cell) return nothing;
    const color = optimizerColor(cell[0]);
    const ended = examination?.verdict != null;
    return html`
      <cell-head .plan=${plan} .cell=${cell}></cell-head>
      ${this.verdict(plan, examination)} ${this.setting(plan, cell)}
      <div class="actions">
        <button
          title=${msg('A new experiment with this start and these hyperparameters: one trajectory of each optimizer')}
          @click=${this.open}
        >
          ${msg('open this start alone')}
        </button>
      </div>
      ${networkOf(plan.experiment.objective) ? this.network(plan, examination, color) : nothing}
      <path-map
        .plan=${plan}
        .examination=${examination}
        .step=${examination?.step ?? 0}
        .ended=${ended}
        .color=${color}
        .theme=${theme}
      ></path-map>
      ${
        examination
          ? html`<step-charts
              .plan=${plan}
              .optimizer=${plan.optimizers[cell[0]]}
              .examination=${examination}
              .step=${examination.step}
              .ended=${ended}
              .color=${color}
              .theme=${theme}
            ></step-charts>`
          : nothing
      }
    `;
  }

  /** What a network computes; its fields come to life when their code is here. */
  private network(plan: Plan, examination: Examination | null, color: string) {
    void import('../networks/network-view.ts');
    return html`<network-view
      .plan=${plan}
      .path=${examination?.path ?? null}
      .step=${examination?.step ?? 0}
      .color=${color}
      .theme=${this.theme}
    ></network-view>`;
  }

  private verdict(plan: Plan, examination: Examination | null) {
    if (this.trouble !== null) {
      return html`<p class="error">${this.trouble}</p>
        <button @click=${this.again}>${msg('try again')}</button>`;
    }
    if (!examination?.verdict || this.outdated) {
      const step = this.outdated ? 0 : (examination?.step ?? 0);
      return html`<p class="muted">
        ${msg(str`Following this cell: step ${formatCount(step)} of ${formatCount(plan.steps)}`)}
        <progress max=${plan.steps} .value=${step} aria-label=${msg('Steps followed')}></progress>
      </p>`;
    }
    return html`<div role="status">
      ${outcomeLine(plan, examination.verdict)}
      <p class="reason">${reasonOf(plan, examination.verdict)}</p>
      ${
        this.mixedFrom === null
          ? nothing
          : html`<p class="small muted">
              ${msg(str`The run was changed at step ${formatCount(this.mixedFrom)}; this is the cell as it runs with the present numbers from the start, so it may differ from the maps.`)}
            </p>`
      }
    </div>`;
  }

  private setting(plan: Plan, [optimizer, i, j]: NonNullable<PageView['cell']>) {
    const { start, noise, batch, hyperparameters } = settingOf(plan, optimizer, [i, j]);
    const { parameters } = plan.objective;
    const own = plan.optimizers[optimizer].hyperparameters;
    const rows = [
      // First weights are too many to be read; what they are drawn from is told beside the axes.
      ...(plan.objective.initialisation
        ? drawnFrom(plan, [i, j])
        : parameters.map((name, k) => ({
            name: msg(str`start ${name}`),
            value: start[k],
            what: msg(str`where ${name} starts`),
          }))),
      ...[...hyperparameters].map(([name, value]) => ({
        name: nameOf(name),
        value,
        what: translated(own.get(name)?.what ?? ''),
      })),
      ...(noise > 0
        ? [
            {
              name: msg('noise'),
              value: noise,
              what: msg('standard deviation of the noise on each gradient component'),
            },
          ]
        : []),
      ...(batch === null ? [] : [{ name: msg('batch size'), value: batch, what: translated(BATCH.what) }]),
    ];
    return html`<dl>
      ${rows.map(({ name, value, what }) => html`<div title=${what}><dt>${name}</dt><dd>${formatNumber(value)}</dd></div>`)}
    </dl>`;
  }

  private async follow({ engine }: Run, plan: Plan, [optimizer, i, j]: NonNullable<PageView['cell']>): Promise<void> {
    const { signal } = this.abort;
    this.trouble = null;
    try {
      await examine(engine, plan, optimizer, [i, j], signal, (examination) => {
        if (signal.aborted) return;
        this.examination = examination;
        this.outdated = false;
        this.requestUpdate();
      });
    } catch (error) {
      if (signal.aborted) return;
      this.examination = null;
      this.trouble = msg(str`This cell could not be followed. ${sentenceOf(error)}`);
    }
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.abort.abort();
    this.abort = new AbortController();
  }

  private again(): void {
    this.followed = [];
    this.trouble = null;
  }

  private open(): void {
    const { plan, cell } = this;
    if (!plan || !cell) return;
    const place = [cell[1], cell[2]] as const;
    const change = withCellAlone(plan, settingOf(plan, cell[0], place), place);
    const tell = <T>(name: string, detail: T) =>
      this.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
    tell<EditRequest>('edit', { control: INSPECTOR, change });
    // A single cell is nothing to be seen on maps; of a network's surface two weights of many are.
    tell<Partial<PageView>>('view', {
      cell: [cell[0], 0, 0],
      ...(!plan.objective.initialisation && { tab: 'surface' }),
    });
  }
}

/** What the first weights of a cell's network are drawn from. */
function drawnFrom({ objective, x, y }: Plan, [i, j]: readonly [number, number]) {
  const along = (name: 'scale' | 'seed') => {
    const axis = [
      [x, i],
      [y, j],
    ] as const;
    const varied = axis.find(([{ varied }]) => varied.kind === 'initialisation' && varied.name === name);
    return varied ? varied[0].values[varied[1]] : (objective.initialisation?.[name] ?? 0);
  };
  return [
    { name: nameOf('network.seed'), value: along('seed'), what: msg('what the first weights are drawn from') },
    { name: nameOf('network.scale'), value: along('scale'), what: msg('factor on the first weights') },
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'cell-inspector': CellInspector;
  }
}
