import { msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Objective, type ObjectiveKind, objectiveKinds } from '../../catalogue/index.ts';
import { controls } from '../parts/controls.css.ts';
import { picker } from './surface-picker.css.ts';
import './surface-thumbnail.ts';
import { translated } from '../locale/translated.ts';

/** A dialog with a picture of every surface, by kind, and a field that searches them. Fires `pick` with a surface's name. */
@customElement('surface-picker')
export class SurfacePicker extends LitElement {
  static override styles = [controls, picker];

  /** The surface that runs; null for one that is typed. */
  @property({ attribute: false }) chosen: string | null = null;
  @property() theme: 'light' | 'dark' = 'light';

  @state() private search = '';
  /** The surface that Enter takes. */
  @state() private active: string | null = null;
  @query('dialog') private dialog!: HTMLDialogElement;
  @query('input') private input!: HTMLInputElement;

  /** Shows it. */
  open(): void {
    this.search = '';
    this.active = this.chosen;
    this.dialog.showModal();
    this.input.focus();
    void this.updateComplete.then(() => this.showActive('center'));
  }

  override render() {
    const kinds = this.found;
    return html`<dialog aria-label=${msg('Surfaces')} @click=${this.onBackdrop}>
      <div class="head">
        <input
          type="text"
          role="combobox"
          aria-label=${msg('Search surfaces')}
          aria-expanded="true"
          aria-controls="list"
          aria-autocomplete="list"
          aria-activedescendant=${this.active ? `surface-${this.active}` : nothing}
          placeholder=${msg(str`Search ${this.count} surfaces`)}
          autocomplete="off"
          spellcheck="false"
          .value=${this.search}
          @input=${this.onSearch}
          @keydown=${this.onKey}
        />
        <button @click=${() => this.dialog.close()}>${msg('close')}</button>
      </div>
      <div id="list" role="listbox" aria-label=${msg('Surfaces')} tabindex="-1">
        ${kinds.map((kind) => this.kind(kind))}
        ${kinds.length === 0 ? html`<p class="none muted">${msg('No surface is called so. Type a formula instead.')}</p>` : nothing}
      </div>
    </dialog>`;
  }

  private kind({ title, objectives }: ObjectiveKind) {
    return html`<div role="group" aria-label=${translated(title)}>
      <h3 role="presentation">${translated(title)}</h3>
      <div class="tiles" role="presentation">${objectives.map((each) => this.tile(each))}</div>
    </div>`;
  }

  private tile(objective: Objective) {
    const { name } = objective;
    const [title, note] = [objective.title, objective.note].map(translated);
    return html`<div
      class="tile ${name === this.active ? 'active' : ''}"
      role="option"
      id="surface-${name}"
      aria-selected=${name === this.chosen}
      @click=${() => this.pick(name)}
    >
      <surface-thumbnail .objective=${objective} .theme=${this.theme}></surface-thumbnail>
      <div>${title}</div>
      <div class="note small muted" title=${note}>${note}</div>
    </div>`;
  }

  private get count(): number {
    return objectiveKinds.reduce((sum, { objectives }) => sum + objectives.length, 0);
  }

  /** What is left of each kind by what is searched for. */
  private get found(): ObjectiveKind[] {
    const words = this.search.toLowerCase().split(/\s+/);
    const fits = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    return objectiveKinds.flatMap(({ title, objectives }) => {
      const left = objectives.filter((each) => {
        const texts = [title, each.title, each.note];
        return fits([each.name, ...texts, ...texts.map(translated)].join(' '));
      });
      return left.length > 0 ? [{ title, objectives: left }] : [];
    });
  }

  private onSearch(event: Event): void {
    this.search = (event.target as HTMLInputElement).value;
    this.active = this.found[0]?.objectives[0].name ?? null;
    void this.updateComplete.then(() => this.showActive('nearest'));
  }

  private onKey(event: KeyboardEvent): void {
    // The same keys run the page.
    event.stopPropagation();
    if (event.key === 'Enter' && this.active && !event.isComposing) {
      // The button that opened the dialog has the keyboard next: it must not take the same key.
      event.preventDefault();
      this.pick(this.active);
      return;
    }
    const next = this.neighbour(event.key);
    if (!next) return;
    event.preventDefault();
    this.active = next.id.replace('surface-', '');
    void this.updateComplete.then(() => this.showActive('nearest'));
  }

  /** The tile that an arrow leads to, by where tiles lie. */
  private neighbour(key: string): HTMLElement | undefined {
    const tiles = [...this.renderRoot.querySelectorAll<HTMLElement>('.tile')];
    const at = tiles.findIndex((tile) => tile.classList.contains('active'));
    if (key === 'ArrowRight') return tiles[Math.min(at + 1, tiles.length - 1)];
    if (key === 'ArrowLeft') return tiles[Math.max(at - 1, 0)];
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
    const from = tiles[at];
    if (!from) return tiles[0];
    const down = key === 'ArrowDown';
    const beyond = tiles.filter((tile) => (down ? tile.offsetTop > from.offsetTop : tile.offsetTop < from.offsetTop));
    const tops = beyond.map((tile) => tile.offsetTop);
    const row = down ? Math.min(...tops) : Math.max(...tops);
    const away = (tile: HTMLElement) => Math.abs(tile.offsetLeft - from.offsetLeft);
    const line = beyond.filter((tile) => tile.offsetTop === row);
    return line.sort((a, b) => away(a) - away(b))[0] ?? from;
  }

  private showActive(block: ScrollLogicalPosition): void {
    this.renderRoot.querySelector('.tile.active')?.scrollIntoView({ block });
  }

  private pick(name: string): void {
    this.dialog.close();
    this.dispatchEvent(new CustomEvent<string>('pick', { detail: name }));
  }

  /** A click beside the dialog closes it. */
  private onBackdrop(event: MouseEvent): void {
    if (event.target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    if (x < left || x > right || y < top || y > bottom) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surface-picker': SurfacePicker;
  }
}
