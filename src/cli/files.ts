import { createReadStream } from 'node:fs';
import { BadInput, locating } from './faults.ts';
import type { Host } from './host.ts';
import { parseJson } from './json.ts';
import { unlessStopped } from './stopping.ts';

/** Largest file that is read: far beyond any experiment or table that the limits allow. */
const MAX_MEGABYTES = 64;

/** What a file is called in messages. */
export const placeOf = (path: string) => (path === '-' ? 'standard input' : path);

/** Reads a text file; `-` is standard input. Throws `BadInput` where it cannot be read, is too large or no text. */
export async function readText(path: string, host: Host, limit = MAX_MEGABYTES * 2 ** 20): Promise<string> {
  const bytes = await unlessStopped(host, readBytes(path, host, limit));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput(`${placeOf(path)}: not a text in UTF-8; save it as UTF-8`);
  }
}

async function readBytes(path: string, host: Host, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of path === '-' ? host.input() : createReadStream(path)) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > limit) {
        throw new BadInput(`${placeOf(path)}: larger than ${limit / 2 ** 20} MiB; is it the right file?`);
      }
    }
  } catch (error) {
    const why = reason(error);
    throw why ? new BadInput(`${placeOf(path)}: ${why}`) : error;
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON file; `-` is standard input. Throws `BadInput`, which says where in the file. */
export async function readJson(path: string, host: Host): Promise<unknown> {
  const text = await readText(path, host);
  return locating(placeOf(path), () => {
    if (text.trim() === '') throw new BadInput('it is empty; a value belongs there, such as {…}');
    return parseJson(text);
  });
}

/** Why the file system refused, in words; undefined for errors of another kind. */
export function reason(error: unknown): string | undefined {
  const { code } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: 'there is no such file; check the path',
    ENOTDIR: 'a part of the path is a file; check the path',
    EISDIR: 'it is a folder; name a file in it',
    EACCES: 'reading or writing it is not permitted; change its permissions',
    EPERM: 'reading or writing it is not permitted; change its permissions',
    EROFS: 'it lies on a read-only disk; choose another place',
    ENAMETOOLONG: 'the path is too long; choose a shorter one',
    ELOOP: 'its links lead in a circle; check the path',
    ENOSPC: 'the disk is full; make room, or choose another place',
  };
  return code === undefined ? undefined : known[code];
}
