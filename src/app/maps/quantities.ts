import { msg } from '@lit/localize';
import type { CellTable } from '../../engine/index.ts';
import type { Plan } from '../../experiment/index.ts';
import type { Quantity } from '../view/page-view.ts';

/** A quantity's name in a list. */
export function quantityName(quantity: Quantity): string {
  switch (quantity) {
    case 'outcome':
      return msg('outcome');
    case 'arrival':
      return msg('steps to the target');
    case 'loss':
      return msg('final loss');
    case 'gradient':
      return msg('final gradient norm');
    case 'divergence':
      return msg('step of divergence');
  }
}

/** A number that most cells have. */
export interface Scalar {
  /** What its scale is called. */
  readonly label: string;
  /** What cells without a value are called. */
  readonly absent: string;
  /** When its scale is logarithmic. */
  readonly log: 'always' | 'wide' | 'never';
  /** Subtracted from what a table holds. */
  readonly base: number;
  /** What a table holds for each cell. */
  source(table: CellTable): Float32Array | Int32Array;
  /** Which cells have no value: those for which a table holds a negative number, or those that have diverged. */
  readonly without: 'negative' | 'diverged';
}

/** What a quantity reads from a table. Steps are whole numbers; losses are above the known minimum, where one is known. */
export function scalarOf(quantity: Exclude<Quantity, 'outcome'>, { objective }: Plan): Scalar {
  const { minimum } = objective;
  switch (quantity) {
    case 'arrival':
      return {
        label: msg('steps to the target'),
        absent: msg('has not reached the target'),
        log: 'wide',
        base: 0,
        source: ({ arrivedAt }) => arrivedAt,
        without: 'negative',
      };
    case 'divergence':
      return {
        label: msg('step of divergence'),
        absent: msg('has not diverged'),
        log: 'wide',
        base: 0,
        source: ({ divergedAt }) => divergedAt,
        without: 'negative',
      };
    case 'loss':
      return {
        label: minimum === null ? msg('loss') : msg('loss above the minimum'),
        absent: msg('diverged'),
        log: minimum === null ? 'never' : 'always',
        base: minimum ?? 0,
        source: ({ loss }) => loss,
        without: 'diverged',
      };
    case 'gradient':
      return {
        label: msg('gradient norm'),
        absent: msg('diverged'),
        log: 'always',
        base: 0,
        source: ({ gradientNorm }) => gradientNorm,
        without: 'diverged',
      };
  }
}
