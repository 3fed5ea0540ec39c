/** A program in Python that runs one configuration. */
export interface Snippet {
  readonly library: 'PyTorch' | 'optax';
  readonly code: string;
  /** Whether the library's own optimizer makes the very steps; else the rules are written out. */
  readonly own: boolean;
  /** What differs from Scree, or is to be known, as sentences. */
  readonly notes: readonly string[];
}

/** Notes that do not depend on the library. */
export function commonNotes(noise: number, formula: string): string[] {
  const notes = [
    'The program computes in 64-bit numbers, Scree in 32-bit ones: paths agree until they tell these apart.',
  ];
  if (noise > 0) notes.push("The noise on the gradient has Scree's size, but other random numbers.");
  if (/\b(abs|min|max|relu|sign|floor|if|sqrt)\(/.test(formula)) {
    notes.push('At a kink, where there is no gradient, the library may take another one than Scree.');
  }
  return notes;
}

/** A program's text of its parts: two blank lines between them, imports of what they use before them. */
export function program(title: string, imports: readonly string[], parts: readonly (readonly string[])[]): string {
  const body = parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n\n');
  const math = /\bmath\./.test(body) ? ['import math', ''] : [];
  return `${[...title.split('\n').map((line) => `# ${line}`), ...math, ...imports].join('\n')}\n\n${body}\n`;
}
