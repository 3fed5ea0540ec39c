import { drawnObjective, Latest, type Plan, type ResolvedObjective } from '../../experiment/index.ts';
import { signature } from '../../formula/index.ts';
import { isBatched } from '../batch.ts';
import { isSigned } from '../counters.ts';
import { isNoisy } from '../noise.ts';
import type { Kernel } from './jobs.ts';
import { writeEigenvalues } from './kernel/eigenvalues.ts';
import { type Purpose, writeModule } from './kernel/module.ts';
import type { Layout } from './layout.ts';

/** Kernels that are kept for another use. */
const KEPT = 128;

/** Compiles kernels, each form only once: hyperparameters, starts and targets are data. */
export class Kernels {
  private readonly compiled = new Latest<Kernel>(KEPT);
  /** Number of modules compiled so far. */
  built = 0;

  /** A kernel of one of a plan's optimizers. */
  get(plan: Plan, optimizer: number, layout: Layout, purpose: Purpose): Kernel {
    return this.once(`${purpose}|${formOf(plan, optimizer, layout)}`, () => ({
      bytes: writeModule(plan, optimizer, layout, purpose),
      pages: layout.pages,
    }));
  }

  /** The kernel for eigenvalues of matrices of a size, so many blocks at a time. */
  eigenvalues(size: number, blocks: number): Kernel {
    return this.once(`eigenvalues|${size}|${blocks}`, () => writeEigenvalues(size, blocks));
  }

  private once(form: string, write: () => { bytes: Uint8Array<ArrayBuffer>; pages: number }): Kernel {
    return this.compiled.get(form, () => {
      this.built++;
      const { bytes, pages } = write();
      // At once, not in the background: that takes tens of milliseconds longer, and functions are compiled when they are first called, by the workers.
      return { module: new WebAssembly.Module(bytes), pages };
    });
  }
}

/** What the code of an optimizer's kernels depends on, as a text. */
export function formOf(plan: Plan, optimizer: number, { knobs }: Layout): string {
  const { update } = plan.optimizers[optimizer];
  const objective = objectiveForm(plan.objective);
  const states = update.states.flatMap(({ initial, input, next }) => [initial, input, next]);
  const step = signature([update.eta, ...update.update, ...states]);
  const groups = knobs.places.map(({ group }) => (group === 'fixed' ? '-' : 'v')).join('');
  const signed = isSigned(plan.objective);
  const drawn = isBatched(plan) ? drawnFormOf(plan) : '';
  return [objective, drawn, step, groups, isNoisy(plan), signed].join('|');
}

function objectiveForm({ compiled, layered }: ResolvedObjective): string {
  if (layered) return JSON.stringify({ ...layered, data: null });
  const { loss, gradient, hessian, graph } = compiled;
  const formula = signature([loss, ...gradient, ...hessian.flat()]);
  // Of a network the formula tells everything.
  return [formula, Object.keys(graph.table), graph.rows].join('|');
}

function drawnFormOf({ objective }: Plan): string {
  if (objective.layered) return 'drawn';
  const { loss, gradient, hessian } = drawnObjective(objective);
  return signature([loss, ...gradient, ...hessian.map((row, i) => row[i])]);
}
