import type { Section } from './report.ts';

const CASES = ['sgd rosenbrock', 'adam rosenbrock', 'radam rastrigin'];

/** The engines beside compiled C++, at 65,536 particles; null where they were not measured. */
export function summarize(sections: readonly Section[]): Section | null {
  const rate = (section: string, row: string): number => {
    const rows = sections.filter(({ name }) => name === section).flatMap((found) => found.rows);
    const cell = rows.find(({ name }) => name === row)?.cells[0];
    return typeof cell === 'number' ? cell : Number.NaN;
  };
  const rows = CASES.map((name) => {
    const native = rate('cpp', name);
    const engines = ['webgpu', 'cpu'].map((engine) => rate('rates', `${engine} ${name} 65536`));
    return { name, cells: [native, ...engines.flatMap((engine) => [engine, engine / native])] };
  });
  if (rows.every(({ cells: [native, ...engines] }) => Number.isNaN(native) || engines.every(Number.isNaN))) return null;
  return {
    name: 'summary',
    title: 'M steps/s at 65,536 particles: the engines with their outcomes, C++ bare',
    columns: ['C++', 'WebGPU', '/ C++', 'CPU', '/ C++'],
    rows,
  };
}
