/** Whether a file is a table of values, by its name or its type. */
export function isTable({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return /\.(csv|tsv)$/i.test(name) || type === 'text/csv' || type === 'text/tab-separated-values';
}
