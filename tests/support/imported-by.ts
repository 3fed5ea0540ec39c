import { dirname, join } from 'node:path';
import { treeOf } from './syntax-tree.ts';

/** A file and all that it loads with it: what is imported statically, types left out. */
export function importedBy(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file) || !file.endsWith('.ts') || file.endsWith('.peggy.ts')) return found;
  found.add(file);
  for (const { type, source, importKind, exportKind } of treeOf(file).tree.body) {
    const loads = /^(Import|Export)/.test(type) && importKind !== 'type' && exportKind !== 'type';
    if (loads && source?.value.startsWith('.')) importedBy(join(dirname(file), source.value), found);
  }
  return found;
}
