import * as catalogue from '../../src/catalogue/index.ts';

/** Fields of the catalogue's entries that people read. */
const READ = /^(title|note|what)$/;
/** Titles that are names and formulas: they are the same everywhere. */
const SAME = new Set([
  ...['sin(5πx)/(5πx)', 'sin(4πx)', '1/t', '1/√t'],
  ...['Booth', 'Matyas', 'Trid', 'Zakharov', 'Rosenbrock', 'Beale', 'Dixon–Price', 'Goldstein–Price', 'Bukin N. 6'],
  ...['Himmelblau', 'McCormick', 'Styblinski–Tang', 'Branin', 'Griewank', 'Rastrigin', 'Lévy', 'Bohachevsky N. 1'],
  ...['Schwefel', 'Easom', 'Michalewicz (m = 10)', 'Schaffer N. 2', 'Lévy N. 13', 'Ackley'],
  ...['SGD', 'Nesterov', 'Adagrad', 'Adadelta', 'RMSProp', 'Adam', 'AMSGrad', 'AdamW', 'NAdam', 'RAdam', 'AdaMax'],
  ...['AdaBelief', 'Yogi', 'Lion', 'signSGD', 'Adan', 'Rprop', 'ADOPT', 'LAMB', 'Sophia', 'Prodigy'],
]);

/** Every text of the catalogue that a translation has, with where it stands. */
export function catalogueTexts(): Map<string, string> {
  const found = new Map<string, string>();
  const read = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [field, child] of Object.entries(value)) {
      const where = `${place}.${field}`;
      if (typeof child === 'string' && READ.test(field) && child !== '' && !SAME.has(child)) found.set(child, where);
      else read(child, where);
    }
  };
  read(catalogue, 'catalogue');
  return found;
}
