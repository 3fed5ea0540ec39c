import { msg } from '@lit/localize';
/** Colours and sizes of what is written beside a picture. */
export interface Paper {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  /** The colour of a custom property of the theme. */
  readonly color: (name: string) => string;
}

/** Room beside and between what is written, and the height of a line, in CSS pixels. */
export const PAD = 12;
const LINE = 18;

/** The paper of the theme that an element has. */
export function paperOf(element: Element): Paper {
  const style = getComputedStyle(element);
  const color = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { paper: color('paper'), ink: color('ink'), muted: color('muted'), hairline: color('hairline'), color };
}

/** The font of what is written beside pictures. */
export const fontOf = (size: number, weight = '') => `${weight} ${size}px system-ui, sans-serif`.trim();

/**
 * A picture with its caption under it.
 * @param ratio pixels of the picture for each CSS pixel, now and on the result
 */
export function captioned(
  picture: HTMLCanvasElement,
  caption: string,
  paper: Paper,
  ratio: { readonly from: number; readonly to: number },
): HTMLCanvasElement {
  const [width, height] = [picture.width / ratio.from, picture.height / ratio.from];
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  context.font = fontOf(12);
  const lines = wrapped(context, caption, width - 2 * PAD);
  canvas.width = Math.round(width * ratio.to);
  canvas.height = Math.round((height + lines.length * LINE + PAD) * ratio.to);
  context.scale(ratio.to, ratio.to);
  context.fillStyle = paper.paper;
  context.fillRect(0, 0, width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  context.font = fontOf(12);
  context.fillStyle = paper.ink;
  context.textBaseline = 'middle';
  for (const [i, line] of lines.entries()) context.fillText(line, PAD, height + (i + 0.5) * LINE + PAD / 2);
  return canvas;
}

/** A canvas's drawing context. Throws an Error with a sentence where the browser gives none. */
export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error(msg('The browser has no memory left for a picture of this size.'));
  return context;
}

/** Words in lines that are no wider than told. */
function wrapped(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && context.measureText(longer).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
