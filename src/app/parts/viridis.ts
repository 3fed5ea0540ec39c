/** The map's colours at every twentieth part of the way, from dark to light. */
const STOPS =
  '440154 471365 482475 463480 414487 3b528b 355f8d 2f6c8e 2a788e 25848e 21918c 1e9c89 22a884 2fb47c 44bf70 5ec962 7ad151 9bd93c bddf26 dfe318 fde725'
    .split(' ')
    .map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));

/**
 * The colour map viridis (Smith, van der Walt and Firing, 2015), whose steps look alike, also to people with a colour-vision deficiency.
 * @param share how far from its dark end to its light one, from 0 to 1
 * @returns `#rrggbb`, each channel within 3 of the original's 255
 */
export function viridis(share: number): string {
  const place = Math.min(Math.max(share, 0), 1) * (STOPS.length - 1);
  const before = Math.min(Math.floor(place), STOPS.length - 2);
  const channels = STOPS[before].map((from, channel) => from + (STOPS[before + 1][channel] - from) * (place - before));
  return `#${channels.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}
