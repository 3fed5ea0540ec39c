import { mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { BadInput } from './faults.ts';
import { reason } from './files.ts';

/** The folder that a command writes its files to. */
export class OutputFolder {
  private constructor(
    /** As the user wrote it. */
    readonly path: string,
    /** What was not there before, the outermost first. */
    private readonly made: readonly string[],
  ) {}

  /** Makes the folder and those above it, where they are not there. Throws `BadInput`, also where a folder is called as one of its files will be. */
  static async make(path: string, files: readonly string[]): Promise<OutputFolder> {
    const there = await stat(path).catch(() => null);
    if (there && !there.isDirectory()) throw new BadInput(`--out: ${path} is a file; name a folder`);
    // Told now: a run may take hours before it writes them.
    for (const file of files) {
      const place = join(path, file);
      if ((await stat(place).catch(() => null))?.isDirectory()) throw inTheWay(place);
    }
    const made: string[] = [];
    try {
      await makeFolders(resolve(path), made);
    } catch (error) {
      throw refusal(path, error);
    }
    return new OutputFolder(path, made);
  }

  /** Does something with a file of this name in it. Throws `BadInput` where the file system refuses. */
  async writing<T>(name: string, write: (path: string) => T | Promise<T>): Promise<T> {
    try {
      return await write(join(this.path, name));
    } catch (error) {
      const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
      if (code === 'EISDIR') throw inTheWay(dest ?? path ?? join(this.path, name));
      throw refusal(this.path, error);
    }
  }

  /** Takes away again what was made of folders, if nothing is in them. */
  async removeIfEmpty(): Promise<void> {
    try {
      for (const folder of this.made.toReversed()) await rmdir(folder);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    }
  }
}

/** Makes a folder and those above it. Node's own recursive way never returns where a parent is there but refuses. */
async function makeFolders(folder: string, made: string[]): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  if (dirname(folder) !== folder) await makeFolders(dirname(folder), made);
  await mkdir(folder);
  made.push(folder);
}

function inTheWay(folder: string): BadInput {
  return new BadInput(`--out: ${folder} is a folder, where a file is to be written; remove it, or name another folder`);
}

/** An error of the file system in words; any other as it is. */
function refusal(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return error;
  // What lies above the folder is there by then: it is the file system itself that takes nothing new, as /proc.
  const why = code === 'ENOENT' ? undefined : reason(error);
  return new BadInput(`--out: ${path}: ${why ?? `nothing can be written there (${code}); choose another place`}`);
}
