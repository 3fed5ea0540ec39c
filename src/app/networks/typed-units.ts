/** Numbers with blanks, commas, semicolons, dashes or crosses between them. */
const LIST = /^\d+((\s*[,;×x–-]\s*|\s+)\d+)*\s*[,;]?$/;

/** The widths of hidden layers in a text, as `16, 16` or `16-16`; none in an empty one, null where it is no list of whole numbers from 1 to 9999. */
export function typedUnits(text: string): number[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return [];
  if (!LIST.test(trimmed)) return null;
  const parts = trimmed.match(/\d+/g) ?? [];
  return parts.every((part) => /^[1-9]\d{0,3}$/.test(part)) ? parts.map(Number) : null;
}
