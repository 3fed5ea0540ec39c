import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { pictureShown } from '../first-picture.ts';
import { controls } from '../parts/controls.css.ts';

/** A formula set as mathematics; the text that it is until the typesetter has come, and where it fails. */
@customElement('typeset-formula')
export class TypesetFormula extends LitElement {
  static override styles = [
    controls,
    css`
      div {
        max-height: 180px;
        overflow: auto;
        scrollbar-width: thin;
        font-size: 13px;
      }
      code {
        display: block;
        font: 12px / 18px ui-monospace, monospace;
        overflow-wrap: anywhere;
      }
      p {
        padding-block: 2px;
      }
    `,
  ];

  @property() formula = '';
  /** HTML of each statement; null for the text. */
  @state() private drawn: readonly string[] | null = null;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('formula')) void this.draw(this.formula);
  }

  override render() {
    const { formula, drawn } = this;
    const set = drawn?.map((line) => html`<p aria-hidden="true">${unsafeHTML(line)}</p>`);
    return html`<div tabindex="0" role="math" aria-label=${formula}>${set ?? html`<code>${formula}</code>`}</div>`;
  }

  private async draw(formula: string): Promise<void> {
    this.drawn = null;
    try {
      await pictureShown.come;
      const { sheet, toLatex, typeset } = await import('./typesetter.ts');
      const sheets = this.renderRoot instanceof ShadowRoot ? this.renderRoot.adoptedStyleSheets : [];
      if (!sheets.includes(sheet)) sheets.push(sheet);
      // Statement by statement: lines that are aligned cannot break. The LaTeX comes from a parsed formula, and KaTeX
      // escapes what it writes.
      const lines = formula.split(';').map((statement) => typeset(toLatex(statement)));
      if (formula === this.formula) this.drawn = lines;
    } catch {
      // The text stays.
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'typeset-formula': TypesetFormula;
  }
}
