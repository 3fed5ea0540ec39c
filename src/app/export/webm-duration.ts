/** Element IDs of Matroska (RFC 9559) that lead to a file's duration. */
const [EBML, SEGMENT, INFO, DURATION, CLUSTER] = [0x1a45dfa3, 0x18538067, 0x1549a966, 0x4489, 0x1f43b675];

/** Bytes at a file's beginning in which its `Info` must lie: recorders write it before the first picture. */
const BEGINNING = 4096;

/** An element of EBML: where it begins, where its content lies. */
interface Element {
  readonly id: number;
  readonly from: number;
  readonly content: number;
  /** Where its content ends; the end of what is read where its length is unknown. */
  readonly to: number;
}

/**
 * A WebM with its duration written into it, which recorders leave out, for they write the beginning first (crbug.com/642012): players then know no length, and
 * cannot go to a place. The same file where it has one, or is not laid out as recorders do.
 * @param milliseconds the duration, in the units that recorders count in
 */
export async function withDuration(file: Blob, milliseconds: number): Promise<Blob> {
  const bytes = new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer());
  const info = infoOf(bytes);
  if (!info || childrenOf(bytes, info.content, info.to).some(({ id }) => id === DURATION)) return file;
  const content = bytes.slice(info.content, info.to);
  // ID and length of 8 bytes, then a number of 64 bits.
  const duration = new DataView(new ArrayBuffer(11));
  duration.setUint16(0, DURATION);
  duration.setUint8(2, 0x88);
  duration.setFloat64(3, milliseconds);
  return new Blob(
    [bytes.slice(0, info.from), headOf(INFO, content.length + 11), content, duration, file.slice(info.to)],
    {
      type: file.type,
    },
  );
}

/** The `Info` of a file without an index: one that tells where elements lie would be wrong when they are moved. */
function infoOf(bytes: Uint8Array): Element | undefined {
  const [head, segment] = childrenOf(bytes, 0, bytes.length);
  if (head?.id !== EBML || segment?.id !== SEGMENT) return undefined;
  const [first] = childrenOf(bytes, segment.content, segment.to);
  return first?.id === INFO && first.to < bytes.length ? first : undefined;
}

/** The elements one after the other in a stretch, up to the first that is cut off or a cluster of pictures. */
function childrenOf(bytes: Uint8Array, from: number, to: number): Element[] {
  const found: Element[] = [];
  while (from < to) {
    const id = numberAt(bytes, from, false);
    const length = id && numberAt(bytes, from + id.bytes, true);
    if (!id || !length) break;
    const content = from + id.bytes + length.bytes;
    const end = length.value === null ? to : content + length.value;
    found.push({ id: id.value ?? 0, from, content, to: Math.min(end, to) });
    if (id.value === CLUSTER || end > to) break;
    from = end;
  }
  return found;
}

/**
 * A number of one to eight bytes, whose count the leading zeros of the first one tell.
 * @param isLength whether the mark of its count is no part of it; all ones are then an unknown length, null
 */
function numberAt(bytes: Uint8Array, at: number, isLength: boolean): { value: number | null; bytes: number } | null {
  const first = bytes[at];
  const count = first ? Math.clz32(first) - 23 : 9;
  if (count > 8 || at + count > bytes.length) return null;
  const rest = bytes.subarray(at + 1, at + count);
  const mark = 0x80 >> (count - 1);
  const head = isLength ? first - mark : first;
  if (isLength && head === mark - 1 && rest.every((byte) => byte === 255)) return { value: null, bytes: count };
  return { value: rest.reduce((value, byte) => 256 * value + byte, head), bytes: count };
}

/** An element's ID of four bytes and its length, in eight. */
function headOf(id: number, length: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(12));
  view.setUint32(0, id);
  view.setUint32(4, 0x01000000);
  view.setUint32(8, length);
  return view.buffer;
}
