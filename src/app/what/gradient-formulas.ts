import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { asFormula, type ResolvedObjective } from '../../experiment/index.ts';
import { printNodes, toLatex } from '../../formula/index.ts';
import { controls } from '../parts/controls.css.ts';
import { sheet, typeset } from './typesetter.ts';

/** Significant digits of numbers that are no simple fractions. */
const DIGITS = 6;

/** The gradient of an objective set as mathematics, as it is derived from the formula. */
@customElement('gradient-formulas')
export class GradientFormulas extends LitElement {
  static override styles = [
    controls,
    css`
      div {
        max-height: 240px;
        overflow: auto;
        scrollbar-width: thin;
        font-size: 13px;
      }
      p {
        padding-block: 2px;
      }
    `,
  ];

  @property({ attribute: false }) objective!: ResolvedObjective;

  /** HTML and text of each line. */
  private lines: readonly { readonly drawn: string; readonly text: string }[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    const sheets = this.renderRoot instanceof ShadowRoot ? this.renderRoot.adoptedStyleSheets : [];
    if (!sheets.includes(sheet)) sheets.push(sheet);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('objective')) return;
    const { compiled, parameters, table } = asFormula(this.objective);
    const { definitions, outputs } = printNodes(compiled.gradient, [...parameters, ...Object.keys(table)], DIGITS);
    const line = (latex: string, name: string, text: string) => ({
      // KaTeX escapes what it writes; the LaTeX comes from nodes that we wrote ourselves.
      drawn: typeset(`${latex} = ${withoutDots(toLatex(text))}`),
      text: `${name} = ${text}`,
    });
    this.lines = [
      ...outputs.map((text, i) =>
        line(`\\frac{\\partial L}{\\partial ${toLatex(parameters[i])}}`, `∂L/∂${parameters[i]}`, text),
      ),
      ...definitions.map(({ name, text }, i) => line(`${i === 0 ? '\\text{with }' : ''}${toLatex(name)}`, name, text)),
    ];
  }

  override render() {
    const spoken = this.lines.map(({ text }) => text).join('; ');
    return html`<div tabindex="0" role="math" aria-label=${spoken}>
      ${this.lines.map(({ drawn }) => html`<p aria-hidden="true">${unsafeHTML(drawn)}</p>`)}
    </div>`;
  }
}

/** Products without a sign, as people write them: a number always stands first. */
function withoutDots(latex: string): string {
  return latex.replaceAll('\\cdot', '\\,');
}

declare global {
  interface HTMLElementTagNameMap {
    'gradient-formulas': GradientFormulas;
  }
}
