import { msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';

/** One saved experiment: opens, renames and deletes it. Fires `open-saved`, `rename` with the new name, and `remove`. */
@customElement('saved-row')
export class SavedRow extends LitElement {
  static override styles = [
    controls,
    css`
      form,
      div {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .open {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        border-color: transparent;
        text-align: left;
      }
      .open:hover {
        background: var(--wash);
      }
      input {
        flex: 1;
        min-width: 0;
      }
    `,
  ];

  @property() name = '';
  @state() private renaming = false;
  @query('input') private field!: HTMLInputElement | null;

  override render() {
    const { name } = this;
    if (this.renaming) {
      return html`<form @submit=${this.rename} @keydown=${this.onKey}>
        <input type="text" aria-label=${msg(str`New name of ${name}`)} maxlength="60" .value=${name} />
        <button>${msg('Rename')}</button>
      </form>`;
    }
    return html`<div>
      <button class="open" aria-label=${msg(str`Open ${name}`)} title=${msg(str`Open ${name}`)} @click=${() => this.tell('open-saved')}>${name}</button>
      <button class="quiet" aria-label=${msg(str`Rename ${name}`)} @click=${this.begin}>${msg('rename')}</button>
      <button class="quiet" aria-label=${msg(str`Delete ${name}`)} @click=${() => this.tell('remove')}>${msg('delete')}</button>
    </div>`;
  }

  private async begin(): Promise<void> {
    this.renaming = true;
    await this.updateComplete;
    this.field?.select();
  }

  private rename(event: Event): void {
    event.preventDefault();
    const detail = this.field?.value ?? this.name;
    this.renaming = false;
    this.dispatchEvent(new CustomEvent<string>('rename', { detail }));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // The menu around it stays open.
    event.preventDefault();
    event.stopPropagation();
    this.renaming = false;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'saved-row': SavedRow;
  }
}
