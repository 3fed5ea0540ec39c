import { msg, str } from '@lit/localize';
import { formatCount } from './numbers.ts';

/** A number of things: 1 start, 65,536 starts, 2 trajectories. */
export function counted(count: number, what: 'start' | 'trajectory' | 'network' | 'cell' | 'step'): string {
  const number = formatCount(count);
  const one = count === 1;
  switch (what) {
    case 'start':
      return one ? msg(str`${number} start`) : msg(str`${number} starts`);
    case 'trajectory':
      return one ? msg(str`${number} trajectory`) : msg(str`${number} trajectories`);
    case 'network':
      return one ? msg(str`${number} network`) : msg(str`${number} networks`);
    case 'cell':
      return one ? msg(str`${number} cell`) : msg(str`${number} cells`);
    case 'step':
      return one ? msg(str`${number} step`) : msg(str`${number} steps`);
  }
}
