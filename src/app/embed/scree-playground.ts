import '../setup.ts';
import { css, html, LitElement, type PropertyValues, unsafeCSS } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { speak } from '../locale/localization.ts';
import { PARTS } from '../scree-app.ts';
import themeText from '../theme.css?inline';
import { wishOf, wordsOf } from './attributes.ts';
import { GuestPlace } from './guest-place.ts';

/** Where the script lies, and the page of its own beside it. */
const here: string = import.meta.url;

/**
 * The playground on a page of others. Attributes, each of which may change at any time: `experiment` (JSON, or a link), `hide` (any of `what how bar caption tabs`),
 * `lang` (a language tag, for all playgrounds on the page; else the page's own, or the browser's), `theme` (`light` or `dark`; else the system's), `engine` (`auto`, `webgpu` or `cpu`; else the experiment's). Its size is the page's to choose.
 */
@customElement('scree-playground')
export class ScreePlayground extends LitElement {
  static override styles = [
    unsafeCSS(themeText),
    css`
      :host {
        display: block;
        height: 640px;
        overflow: hidden;
        background: var(--paper);
        color: var(--ink);
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  @property() experiment: string | null = null;
  @property() hide: string | null = null;
  @property() theme: string | null = null;
  @property() engine: string | null = null;
  @property() override lang = '';

  private readonly place = new GuestPlace(this, () => wishOf(this.experiment, this.engine), new URL('.', here));

  override render() {
    const { place, theme } = this;
    return html`<scree-app
      guest
      .place=${place}
      .hide=${wordsOf(this.hide, PARTS)}
      .fixedTheme=${theme === 'light' || theme === 'dark' ? theme : null}
    ></scree-app>`;
  }

  override async updated(changed: PropertyValues<this>): Promise<void> {
    if (!this.wished) {
      // The first wish is asked for when the playground opens.
      this.wished = true;
      return;
    }
    if (changed.has('lang')) await speak(this.place.language);
    if (changed.has('experiment') || changed.has('engine')) {
      this.place.want(await wishOf(this.experiment, this.engine));
    }
  }

  private wished = false;
}

declare global {
  interface HTMLElementTagNameMap {
    'scree-playground': ScreePlayground;
  }
}
