import { BLANK_TINT, PALETTES } from '../../terrain.ts';
import type { Rgb } from '../../types.ts';
import { type Band, type Seen, strideOf } from './messages.ts';

/** Makes a picture of what another one shows: moved, stretched, blank where that one shows nothing. For as long as there is no better one. */
export function project(from: Int32Array, was: Seen, to: Int32Array, is: Seen): void {
  const stride = strideOf(is.width);
  const columns = Int32Array.from({ length: is.width }, (_, i) => sourceOf(i, is, was, 0));
  // What is known is in one piece: columns rise.
  const begin = columns.findIndex((column) => column >= 0);
  const end = columns.findLastIndex((column) => column >= 0) + 1;
  const moved = end > begin && columns[end - 1] - columns[begin] === end - 1 - begin;
  to.fill(blankOf(is.theme));
  for (let row = 0; row < is.height && end > 0; row++) {
    const above = sourceOf(row, is, was, 1);
    if (above < 0) continue;
    const source = above * strideOf(was.width);
    const at = row * stride;
    if (moved) to.set(from.subarray(source + columns[begin], source + columns[end - 1] + 1), at + begin);
    else for (let i = begin; i < end; i++) to[at + i] = from[source + columns[i]];
  }
}

/** Puts a band into the picture that it is part of. */
export function place({ grain, first, bytes }: Band, to: Int32Array, { width, height }: Seen): void {
  const band = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const stride = strideOf(width);
  if (grain === 1) {
    to.set(band, first * stride);
    return;
  }
  const bandStride = strideOf(Math.ceil(width / grain));
  const rows = band.length / bandStride;
  const end = Math.min(height, (first + rows) * grain);
  for (let row = first * grain; row < end; row++) {
    const source = (Math.floor(row / grain) - first) * bandStride;
    for (let i = 0; i < width; i++) to[row * stride + i] = band[source + Math.floor(i / grain)];
  }
}

/** The pixel of an empty picture. */
export function blankOf(theme: Seen['theme']): number {
  return pixelOf(PALETTES[theme].tints[BLANK_TINT]);
}

/** The pixel of a colour. */
export function pixelOf(color: Rgb): number {
  const [red, green, blue] = color.map((part) => Math.round(255 * part));
  return (255 << 24) | (blue << 16) | (green << 8) | red;
}

/** Which column (axis 0) or row of a picture shows what one of another shows; -1 where none does. */
function sourceOf(pixel: number, is: Seen, was: Seen, axis: 0 | 1): number {
  const size = (seen: Seen) => (axis === 0 ? seen.width : seen.height);
  // Rows run against their axis.
  const away = (axis === 0 ? 1 : -1) * (is.center[axis] - was.center[axis]);
  const at = ((pixel + 0.5 - size(is) / 2) * is.scale[axis] + away) / was.scale[axis] + size(was) / 2;
  return at >= 0 && at < size(was) ? Math.floor(at) : -1;
}
