import { msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { optimizers } from '../../catalogue/index.ts';
import type { OptimizerInput } from '../../experiment/index.ts';
import { translated } from '../locale/translated.ts';
import { controls } from '../parts/controls.css.ts';
import { problemLine } from '../parts/problem-line.ts';
import { form } from './form.css.ts';

/** What the head of a card asks for. */
export type CardCommand =
  | { readonly kind: 'choose'; readonly name: string }
  | { readonly kind: 'rename'; readonly label: string }
  | { readonly kind: 'duplicate' | 'remove' | 'show' | 'hide' | 'rules' };

/** Which optimizer a card is of, and what may be done with it as a whole. Fires `command` with a `CardCommand`. */
@customElement('card-head')
export class CardHead extends LitElement {
  static override styles = [
    controls,
    form,
    css`
      .row {
        flex-wrap: nowrap;
      }
      strong {
        overflow-wrap: anywhere;
      }
      select,
      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property({ type: Number }) index = 0;
  @property({ attribute: false }) input!: OptimizerInput;
  /** Its name for people. */
  @property() label = '';
  /** Whether it is seen on the page. */
  @property({ type: Boolean }) shown = true;
  @property({ type: Boolean }) removable = false;
  /** Whether there is room for another. */
  @property({ type: Boolean }) duplicable = false;
  @property({ type: Boolean }) rulesOpen = false;
  /** Why its name was refused. */
  @property({ attribute: false }) problem: Error | undefined;

  @state() private renaming = false;
  @query('input') private field!: HTMLInputElement | null;

  override render() {
    const { input, label, index, problem } = this;
    const { renaming } = this;
    return html`
      <div class="row">
        ${renaming ? this.nameField() : this.choice()}
        <button
          class="quiet"
          aria-pressed=${!this.shown}
          aria-label=${msg(str`Hide ${label}`)}
          title=${this.shown ? msg('Leave it out of the pictures; it runs on') : msg('Show it again')}
          @click=${() => this.tell({ kind: this.shown ? 'hide' : 'show' })}
        >
          ${this.shown ? msg('hide') : msg('show')}
        </button>
      </div>
      ${problemLine(problem)}
      ${
        input.label !== undefined && !renaming && input.name !== undefined
          ? html`<p class="small">${msg('called')} <strong>${label}</strong></p>`
          : nothing
      }
      <div class="actions" role="group" aria-label=${msg(str`Optimizer ${index + 1}`)}>
        <button class="quiet" aria-expanded=${this.rulesOpen} @click=${() => this.tell({ kind: 'rules' })}>${msg('rules')}</button>
        <button class="quiet" @click=${() => void this.startRenaming()}>${msg('rename')}</button>
        <button class="quiet" ?disabled=${!this.duplicable} @click=${() => this.tell({ kind: 'duplicate' })}>
          ${msg('duplicate')}
        </button>
        ${
          this.removable
            ? html`<button class="quiet" @click=${() => this.tell({ kind: 'remove' })}>${msg('remove')}</button>`
            : nothing
        }
      </div>
    `;
  }

  private choice() {
    const { input, label } = this;
    return html`<select aria-label=${msg(str`Optimizer ${this.index + 1}`)} @change=${this.onChoose}>
      ${input.name === undefined ? html`<option value="" .selected=${live(true)}>${label}</option>` : nothing}
      ${optimizers.map(
        ({ name, title }) =>
          html`<option value=${name} .selected=${live(name === input.name)}>${translated(title)}</option>`,
      )}
    </select>`;
  }

  private nameField() {
    return html`<input
      type="text"
      aria-label=${msg(str`Name of optimizer ${this.index + 1}`)}
      maxlength="40"
      autocomplete="off"
      spellcheck="false"
      .value=${this.label}
      @keydown=${this.onNameKey}
      @blur=${this.onName}
    />`;
  }

  private async startRenaming(): Promise<void> {
    this.renaming = true;
    await this.updateComplete;
    this.field?.select();
  }

  private onNameKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.field) this.field.value = this.label;
    if (event.key === 'Enter' || event.key === 'Escape') this.field?.blur();
  }

  private onName(): void {
    const label = this.field?.value.trim() ?? '';
    this.renaming = false;
    if (label !== this.label) this.tell({ kind: 'rename', label });
  }

  private onChoose(event: Event): void {
    this.tell({ kind: 'choose', name: (event.target as HTMLSelectElement).value });
  }

  private tell(detail: CardCommand): void {
    this.dispatchEvent(new CustomEvent<CardCommand>('command', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'card-head': CardHead;
  }
}
