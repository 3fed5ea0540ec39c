import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { OUTCOMES } from '../../engine/index.ts';
import type { Relief } from '../../engine/relief.ts';
import type { Plan } from '../../experiment/index.ts';
import { outcomeWord } from '../charts/outcome-words.ts';
import { optimizerColor } from '../parts/colors.ts';
import { controls } from '../parts/controls.css.ts';
import { formatNumber } from '../parts/numbers.ts';
import { COLORINGS, type Coloring, FIRST_VIEW, type PageView } from '../view/page-view.ts';
import { hasPoints } from './critical-state.ts';
import { namedMinima } from './fate-paint.ts';
import { symbol } from './launch-readout.ts';
import { tintScale } from './tint-scale.ts';

/** What colours on the map mean, and by what particles have theirs. Fires `view` with a change of the view. */
@customElement('map-key')
export class MapKey extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 12px;
        padding: 4px 16px;
        border-top: 1px solid var(--hairline);
        font-size: 12px;
      }
      .choice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-right: 8px;
      }
      label {
        display: flex;
        align-items: center;
        gap: 4px;
        min-height: 24px;
      }
      input {
        margin: 0;
        accent-color: var(--ink);
      }
      /* Its entries stand in one line with what comes before and after, as long as there is room. */
      ul {
        display: contents;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      @container page (max-width: 1099px) {
        .hint {
          display: none;
        }
      }
      .symbol {
        width: 12px;
        height: 12px;
      }
      .dot {
        width: 8px;
        height: 8px;
        border-radius: 50%;
      }
      .scale {
        display: flex;
        gap: 8px;
        margin-left: auto;
      }
      .scale > div {
        width: 152px;
      }
      .bar {
        position: relative;
        height: 10px;
        margin: 3px 12px 0;
        border: 1px solid var(--hairline);
      }
      .bar i {
        position: absolute;
        top: 0;
        bottom: 0;
        border-left: 1px solid var(--muted);
      }
      .ends {
        display: flex;
      }
      .ends span {
        display: flex;
        flex: 1 0 0;
        justify-content: center;
        min-width: 0;
        white-space: nowrap;
        font-size: 11px;
        line-height: 14px;
      }
      /* A long one at the end stays clear of what stands beside the map. */
      .ends span:last-child {
        justify-content: end;
      }
      /* The numbers stand under the bar's ends and lines. */
      .ends {
        margin: 0 -9px;
      }
    `,
  ];

  @property({ attribute: false }) plan: Plan | null = null;
  @property({ attribute: false }) view: PageView = FIRST_VIEW;
  /** How the surface's tints were chosen; null where none are seen. */
  @property({ attribute: false }) relief: Relief | null = null;
  /** Whether no contours are to be seen because float32 does not tell the losses in sight apart. */
  @property({ attribute: false }) alike = false;
  /** Whether the system asks for little motion: trails are then not drawn. */
  @property({ attribute: false }) still = false;
  /** Whether the run is at its end: some outcomes are then called otherwise. */
  @property({ attribute: false }) done = false;
  @property() theme: 'light' | 'dark' = 'light';

  override render() {
    const { plan, view, relief, theme } = this;
    if (!plan) return nothing;
    return html`
      <div class="choice" role="group" aria-labelledby="by">
        <span id="by" class="muted">${msg('Colour by')}</span>
        ${COLORINGS.map(
          (coloring) => html`<label>
            <input
              type="radio"
              name="coloring"
              .checked=${view.coloring === coloring}
              @change=${() => this.change({ coloring })}
            />${coloring === 'optimizer' ? msg('optimizer') : msg('outcome')}
          </label>`,
        )}
        <label class="trails" title=${this.still ? msg('Your system asks for less motion') : nothing}>
          <input
            type="checkbox"
            .checked=${view.trails && !this.still}
            ?disabled=${this.still}
            @change=${(event: Event) => this.change({ trails: (event.target as HTMLInputElement).checked })}
          />${msg('trails')}
        </label>
        ${
          hasPoints(plan)
            ? html`<label title=${msg('Find and mark all points in sight at which the gradient vanishes: minima, saddles, maxima')}>
                <input
                  type="checkbox"
                  .checked=${view.critical}
                  @change=${(event: Event) => this.change({ critical: (event.target as HTMLInputElement).checked })}
                />${msg('critical points')}
              </label>`
            : nothing
        }
      </div>
      <ul aria-label=${msg('Colours')}>
        ${this.entries(view.coloring)}
      </ul>
      ${view.coloring === 'optimizer' ? html`<span class="hint muted">${msg('Click the map to launch a trajectory.')}</span>` : nothing}
      ${this.alike ? html`<span class="muted">${msg('No contours here: float32 does not tell these losses apart.')}</span>` : nothing}
      ${relief ? tintScale(relief, theme) : nothing}
    `;
  }

  private entries(coloring: Coloring) {
    const { plan, view } = this;
    if (!plan) return nothing;
    if (coloring === 'optimizer') {
      return plan.optimizers.map(({ label }, i) =>
        view.hidden.includes(i)
          ? nothing
          : html`<li><span class="dot" style="background: ${optimizerColor(i)}"></span>${label}</li>`,
      );
    }
    const named = namedMinima(plan.objective);
    const minima = [...new Map(named.map((each) => [each.color, each])).values()];
    const alike = minima.length < named.length;
    const place = (at: readonly number[]) => `(${at.map((value) => formatNumber(value, 2)).join(', ')})`;
    const all = named.length > 0 && named.length === plan.objective.minima.length;
    return [
      ...minima.map(
        ({ at, color }, i) => html`<li title=${msg(str`Converged at ${alike ? msg('a lowest minimum') : place(at)}`)}>
          ${i === 0 ? html`<span class="muted">${msg('converged at')}</span>` : nothing}
          ${symbol('converged', color)}${alike ? msg('a lowest minimum') : place(at)}
        </li>`,
      ),
      ...OUTCOMES.filter((outcome) => outcome !== 'diverged').map((outcome) => {
        const { label, meaning } = outcomeWord(outcome, this.done);
        const name = outcome === 'converged' && named.length > 0 ? msg('elsewhere') : label;
        return outcome === 'converged' && all
          ? nothing
          : html`<li title=${meaning}>${symbol(outcome, `var(--${outcome})`)}${name}</li>`;
      }),
    ];
  }

  private change(detail: Partial<PageView>): void {
    this.dispatchEvent(new CustomEvent<Partial<PageView>>('view', { detail, bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'map-key': MapKey;
  }
}
