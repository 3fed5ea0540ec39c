import { msg, str } from '@lit/localize';
import type { Experiment } from '../../experiment/index.ts';
import { withoutDefaults } from '../link/link.ts';
import { type Kept, readKept } from '../place/last-experiment.ts';
import { readStored, writeStored } from '../place/storage.ts';
import type { PageView } from '../view/page-view.ts';

const KEY = 'scree.experiments';
const LONGEST = 60;

/** Experiments that this browser keeps under names. What it cannot do it throws as an Error with a sentence. */
export class Shelf {
  /** The names, in the order of the alphabet. */
  names(): string[] {
    return Object.keys(this.read()).sort((a, b) => a.localeCompare(b));
  }

  /** What is kept under a name. */
  open(name: string): Kept {
    const kept = readKept(this.read()[name]);
    if (!kept)
      throw new Error(msg(str`What was saved as “${name}” cannot be read. Delete it, or open it from a file.`));
    return kept;
  }

  /** Keeps an experiment under a name; one of the same name is replaced. */
  save(name: string, experiment: Experiment, view: PageView): void {
    this.write({ ...this.read(), [checked(name)]: { experiment: withoutDefaults(experiment), view } });
  }

  /** Gives an experiment another name. */
  rename(name: string, next: string): void {
    const trimmed = checked(next);
    if (trimmed === name) return;
    const { [name]: kept, ...rest } = this.read();
    if (Object.hasOwn(rest, trimmed)) throw new Error(msg(str`“${trimmed}” is taken. Choose another name.`));
    this.write({ ...rest, [trimmed]: kept });
  }

  remove(name: string): void {
    const { [name]: _, ...rest } = this.read();
    this.write(rest);
  }

  private read(): Readonly<Record<string, unknown>> {
    const stored = readStored(KEY);
    return typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? { ...stored } : {};
  }

  private write(all: Readonly<Record<string, unknown>>): void {
    if (writeStored(KEY, all)) return;
    throw new Error(
      msg(
        'This browser has no room for it, or keeps nothing for this page. Delete a saved experiment, or save this one to a file.',
      ),
    );
  }
}

function checked(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new Error(msg('Type a name.'));
  if (trimmed.length > LONGEST) throw new Error(msg(str`A name has at most ${LONGEST} characters.`));
  return trimmed;
}
