import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Objective } from '../../catalogue/index.ts';
import { controls } from '../parts/controls.css.ts';
import { THUMBNAIL, thumbnailOf } from './thumbnails.ts';

/** A small picture of a surface; bare until it is made. What it shows is told beside it. */
@customElement('surface-thumbnail')
export class SurfaceThumbnail extends LitElement {
  static override styles = [
    controls,
    css`
      canvas {
        display: block;
        width: 100%;
        height: 100%;
        object-fit: cover;
        background: var(--wash);
        border-radius: 2px;
      }
    `,
  ];

  @property({ attribute: false }) objective!: Objective;
  @property() theme: 'light' | 'dark' = 'light';
  @state() private seen = false;
  @query('canvas') private canvas!: HTMLCanvasElement;

  override render() {
    return html`<canvas width=${THUMBNAIL.width} height=${THUMBNAIL.height} aria-hidden="true"></canvas>`;
  }

  /** A picture is made when it comes into sight. */
  private readonly sight = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) this.seen = true;
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
  }

  override updated(changed: PropertyValues): void {
    const other = changed.has('objective') || changed.has('theme') || changed.has('seen');
    if (this.seen && other) void this.draw();
  }

  private async draw(): Promise<void> {
    const { objective, theme } = this;
    const { pixels, width, height } = await thumbnailOf(objective, theme);
    if (objective !== this.objective || theme !== this.theme) return;
    this.canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'surface-thumbnail': SurfaceThumbnail;
  }
}
