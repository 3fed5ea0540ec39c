import type { Section } from './report.ts';

const CASES = ['sgd rosenbrock', 'adam rosenbrock', 'radam rastrigin'];

/** The engine beside everything else that was measured, at 65,536 particles; null where it was not. */
export function summarize(sections: readonly Section[]): Section | null {
  const rate = (section: string, row: string): number => {
    const found = sections.find(({ name }) => name === section)?.rows.find(({ name }) => name === row);
    return typeof found?.cells[0] === 'number' ? found.cells[0] : Number.NaN;
  };
  const rows = CASES.map((name) => {
    const engine = rate('rates', `${name} 65536`);
    const others = [rate('cpp', name), rate('python', `${name}, numpy`), rate('python', `${name}, jax`)];
    return { name, cells: [engine, ...others, ...others.map((other) => engine / other)] };
  });
  if (rows.every(({ cells }) => Number.isNaN(cells[0]) || cells.slice(1, 4).every(Number.isNaN))) return null;
  return {
    name: 'summary',
    title: 'M steps/s at 65,536 particles: the engine with its outcomes, the others bare',
    columns: ['engine', 'C++', 'NumPy', 'JAX', 'engine / C++', '/ NumPy', '/ JAX'],
    rows,
  };
}
