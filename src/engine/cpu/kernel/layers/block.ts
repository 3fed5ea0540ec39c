import type { Code, Lanes } from '../../../../formula/wasm/index.ts';
import type { Activations } from './activation.ts';
import { writeBackward } from './backward.ts';
import { writeForward } from './forward.ts';
import { writeLoss } from './loss.ts';
import type { PlacedNetwork } from './places.ts';

/** `block(row)`: leads a block of the table's rows, or of drawn ones, forwards and backwards through four networks; adds to the sums of their losses and gradients. */
export function writeBlock(
  code: Code,
  lanes: Lanes,
  network: PlacedNetwork,
  rows: number,
  activations: Activations,
  drawn: boolean,
): void {
  const row = 0;
  writeForward(code, lanes, network, row, rows, activations, drawn);
  writeLoss(code, lanes, network, row, rows, drawn);
  writeBackward(code, lanes, network, row, rows, drawn);
}
