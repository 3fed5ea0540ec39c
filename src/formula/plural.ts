/** A noun as it stands behind that number. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? one : many;
}
