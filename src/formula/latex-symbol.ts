import { CONSTANTS } from './scope.ts';

/** Names written as a Greek letter. */
const GREEK = new Set(
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi rho sigma tau phi chi psi omega'.split(' '),
);

/** A name as LaTeX: `beta1` as β with index 1, `weight_decay` upright, single letters as they are. */
export function symbol(name: string): string {
  if (name === 'pi') return '\\pi';
  if (Object.hasOwn(CONSTANTS, name)) return `\\mathrm{${name}}`;
  const [, stem, index] = /^([A-Za-z_]+?)_?(\d*)$/.exec(name) ?? [name, name, ''];
  const base = GREEK.has(stem) ? `\\${stem}` : /^[A-Za-z]$/.test(stem) ? stem : `\\mathrm{${upright(stem)}}`;
  return index ? `${base}_{${index}}` : base;
}

/** A name's letters in upright type: what is special to LaTeX is escaped. */
export function upright(name: string): string {
  return name.replace(/_/g, '\\_');
}
