import { arithmetic, ModuleWriter } from '../../../formula/wasm/index.ts';
import { writeRotations } from './spectrum.ts';

/** Where the matrices of `eigenvalues` begin; what lies before them is the module's own. */
export const MATRICES_AT = 4096;
/** Bytes of a block: four matrices side by side, entry by entry. */
export const blockBytes = (size: number): number => 16 * size * size;

/**
 * A module with `eigenvalues(blocks)`: of so many blocks of matrices that lie one after another, the eigenvalues take the place of the first entries.
 * @param blocks the most that its memory holds
 */
export function writeEigenvalues(size: number, blocks: number): { bytes: Uint8Array<ArrayBuffer>; pages: number } {
  const writer = new ModuleWriter(0);
  const { lanes } = writer;
  writer.function('eigenvalues', 1, (code) => {
    const blocksLeft = 0;
    const [base, k, to, from] = Array.from({ length: 4 }, () => code.integer());
    code.const(MATRICES_AT).set(base);
    code.repeat(() => {
      if (size > 1) writeRotations({ code, lanes, a: arithmetic(lanes) }, size, { base, matrix: 0, vector: null });
      code.get(base).set(to).get(base).set(from);
      code.const(size).set(k);
      code.repeat(() => {
        code.store(to, 0, code.load(lanes.leaf(), from, 0));
        code
          .step(to, 16)
          .step(from, 16 * (size + 1))
          .step(k, -1)
          .get(k);
      });
      code.step(base, blockBytes(size)).step(blocksLeft, -1).get(blocksLeft);
    });
  });
  const pages = Math.ceil((MATRICES_AT + blocks * blockBytes(size)) / 65_536);
  const bytes = writer.finish(pages);
  if (writer.constantsEnd > MATRICES_AT) throw new Error('internal: the constants of eigenvalues() are too long');
  return { bytes, pages };
}
