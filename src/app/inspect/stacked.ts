/** A drawing and what is written above it. */
export interface Drawing {
  readonly label: string;
  readonly canvas: HTMLCanvasElement;
}

/** Height of a line of text, in CSS pixels. */
const LINE = 20;

/** Drawings one under the other on one canvas, each under its label. */
export function stacked(drawings: readonly Drawing[], style: CSSStyleDeclaration): HTMLCanvasElement {
  const ratio = devicePixelRatio;
  const line = LINE * ratio;
  const heights = drawings.map(({ label, canvas }) => canvas.height + (label === '' ? 0 : line));
  const picture = document.createElement('canvas');
  picture.width = Math.max(1, ...drawings.map(({ canvas }) => canvas.width));
  picture.height = heights.reduce((sum, height) => sum + height, 0);
  const context = picture.getContext('2d');
  if (!context) throw new Error('internal: no picture can be drawn');
  context.fillStyle = style.getPropertyValue('--paper').trim();
  context.fillRect(0, 0, picture.width, picture.height);
  context.font = `${12 * ratio}px system-ui, sans-serif`;
  context.textBaseline = 'middle';
  context.fillStyle = style.getPropertyValue('--ink').trim();
  let top = 0;
  drawings.forEach(({ label, canvas }, i) => {
    if (label !== '') context.fillText(label, 0, top + line / 2);
    context.drawImage(canvas, 0, top + heights[i] - canvas.height);
    top += heights[i];
  });
  return picture;
}
