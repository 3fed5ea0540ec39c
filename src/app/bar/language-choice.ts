import { msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { LANGUAGES, type Language } from '../locale/languages.ts';
import { controls } from '../parts/controls.css.ts';

/** The choice of the page's language: each calls itself by its own name. Fires `language` with a `Language`. */
@customElement('language-choice')
export class LanguageChoice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
      }
      select {
        border-color: transparent;
        color: var(--muted);
      }
    `,
  ];

  @property() language: Language = 'en';

  override render() {
    return html`<select
      aria-label=${msg('Language')}
      title=${msg('Language')}
      .value=${live(this.language)}
      @change=${this.onChange}
    >
      ${Object.entries(LANGUAGES).map(
        ([language, name]) =>
          html`<option value=${language} lang=${language} .selected=${language === this.language}>${name}</option>`,
      )}
    </select>`;
  }

  override focus(): void {
    this.renderRoot.querySelector('select')?.focus();
  }

  private onChange(event: Event): void {
    const detail = (event.target as HTMLSelectElement).value as Language;
    this.dispatchEvent(new CustomEvent<Language>('language', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'language-choice': LanguageChoice;
  }
}
