import { css, html, LitElement } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from '../parts/controls.css.ts';

/** Room kept free between a menu and the window's edge, in pixels. */
const EDGE = 8;

/**
 * A button that opens a menu under it; what it holds stands inside the element. A click elsewhere, Escape or `close-menu` from what it holds closes it, the arrows go from
 * one of its controls to the next. Fires `opened` when it opens.
 */
@customElement('drop-menu')
export class DropMenu extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        flex: none;
      }
      #panel {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 8px;
        width: max-content;
        max-width: min(var(--menu-width, 440px), 100vw - 16px);
        overflow-y: auto;
        overflow-wrap: anywhere;
        overscroll-behavior: contain;
        border: 1px solid var(--muted);
        border-radius: 3px;
        background: var(--paper);
        color: var(--ink);
      }
      .sign {
        color: var(--muted);
        margin-left: 4px;
      }
    `,
  ];

  @property() label = '';
  @query('button') private button!: HTMLButtonElement;
  @query('#panel') private panel!: HTMLElement;

  constructor() {
    super();
    this.addEventListener('close-menu', () => this.close());
  }

  override render() {
    return html`<button popovertarget="panel" aria-haspopup="dialog">
        ${this.label}<span class="sign" aria-hidden="true">▾</span>
      </button>
      <div
        id="panel"
        popover
        role="dialog"
        aria-label=${this.label}
        @beforetoggle=${this.onBeforeToggle}
        @toggle=${this.fit}
        @keydown=${this.onKey}
      >
        <slot @slotchange=${this.fit}></slot>
      </div>`;
  }

  override focus(): void {
    this.button.focus();
  }

  /** Closes it; the button is where the keyboard goes on. */
  close(): void {
    this.panel.hidePopover();
  }

  private onBeforeToggle({ newState }: ToggleEvent): void {
    if (newState !== 'open') return;
    const { left, bottom, right } = this.button.getBoundingClientRect();
    const { style } = this.panel;
    const fromLeft = left < innerWidth / 2;
    style.left = fromLeft ? `${Math.max(EDGE, left)}px` : 'auto';
    style.right = fromLeft ? 'auto' : `${Math.max(EDGE, document.documentElement.clientWidth - right)}px`;
    style.top = `${bottom + 4}px`;
    style.maxHeight = `${Math.max(160, innerHeight - bottom - 4 - EDGE)}px`;
    this.dispatchEvent(new Event('opened'));
  }

  /** What is wider than the room beside its button begins at the window's edge, and so does what comes to be when more is in it. */
  private fit(): void {
    if (!this.panel.matches(':popover-open')) return;
    const { left, right } = this.panel.getBoundingClientRect();
    if (left >= 0 && right <= document.documentElement.clientWidth) return;
    this.panel.style.left = `${EDGE}px`;
    this.panel.style.right = 'auto';
  }

  private onKey(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const from = event.composedPath()[0];
    if (!by || !(from instanceof HTMLElement) || from.matches('input, select, textarea')) return;
    const stops = focusable(this);
    const at = stops.indexOf(from);
    stops[(at + by + stops.length) % stops.length]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }
}

/** The controls that a menu holds, in the shadow roots of its elements too, in their order. */
function focusable(root: Element | ShadowRoot): HTMLElement[] {
  return [...root.children].flatMap((child) => {
    const own =
      child instanceof HTMLElement && child.matches('button:enabled, a[href], summary, select') ? [child] : [];
    return [...own, ...(child.shadowRoot ? focusable(child.shadowRoot) : []), ...focusable(child)];
  });
}

declare global {
  interface HTMLElementTagNameMap {
    'drop-menu': DropMenu;
  }
}
