/** Most bytes that a text from outside may have when it is unpacked: an experiment with its largest table takes less. */
const MOST = 2 ** 20;

/** Whether this browser can pack and unpack. */
export const packs = () => typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** A text deflated, in letters that an address may hold. */
export async function pack(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  // In pieces: a call has only so many arguments.
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What `pack` packed. Throws an Error with a phrase where it is no such thing, or is too large: it is read no further than that. */
export async function unpack(packed: string): Promise<string> {
  if (!packs()) throw new Error('it is compressed, and this browser cannot unpack it; a browser of 2023 or later can');
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    while (size <= MOST) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      pieces.push(value);
    }
    if (size > MOST) void reader.cancel().catch(() => {});
  } catch {
    throw new Error('it is cut off or was changed on its way');
  }
  if (size > MOST) throw new Error('it is larger than any experiment is (1 MB unpacked)');
  return new Blob(pieces).text();
}
