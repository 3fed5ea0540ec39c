import { type Figure, HATCH_TILE, type Hatch, type PathShape, type TextShape } from './shapes.ts';

/** A figure as an SVG document that needs nothing else: text stays text, lines stay lines. */
export function svgOf(figure: Figure): string {
  const { width, height, title, summary, paper, plot, shapes } = figure;
  const hatches = new Map(
    shapes.flatMap((shape) => (shape.kind === 'path' && shape.hatch ? [[shape.hatch.name, shape.hatch]] : [])),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif">`,
    `<title>${escaped(title)}</title>`,
    `<desc>${escaped(summary)}</desc>`,
    '<defs>',
    `<clipPath id="plot"><rect x="${plot.left}" y="${plot.top}" width="${plot.width}" height="${plot.height}"/></clipPath>`,
    ...[...hatches.values()].map(pattern),
    '</defs>',
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    ...shapes.map((shape) => (shape.kind === 'path' ? path(shape) : text(shape))),
    '</svg>',
  ].join('\n');
}

function pattern({ name, d, color }: Hatch): string {
  const side = HATCH_TILE;
  return `<pattern id="${name}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><path d="${d}" fill="none" stroke="${color}"/></pattern>`;
}

function path({ d, fill, alpha, hatch, stroke, width, dash, clipped }: PathShape): string {
  const clip = clipped ? ' clip-path="url(#plot)"' : '';
  const line = stroke
    ? ` stroke="${stroke}" stroke-width="${width ?? 1}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`
    : '';
  const drawn = `<path d="${d}" fill="${fill ?? 'none'}"${alpha === undefined ? '' : ` fill-opacity="${alpha}"`}${line}${clip}/>`;
  return hatch ? `${drawn}\n<path d="${d}" fill="url(#${hatch.name})"${clip}/>` : drawn;
}

function text({ text: words, x, y, color, anchor, size, bold, halo }: TextShape): string {
  const rim = halo ? ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"` : '';
  const weight = bold ? ' font-weight="600"' : '';
  const place = `x="${Math.round(x * 10) / 10}" y="${Math.round(y * 10) / 10}" dy="0.35em"`;
  return `<text ${place} font-size="${size ?? 12}" text-anchor="${anchor ?? 'start'}" fill="${color}"${weight}${rim}>${escaped(words)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);
}
