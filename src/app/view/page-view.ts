import * as z from 'zod/mini';

/** What the middle of the page can show. */
export const TABS = ['surface', 'maps', 'trainability', 'difference', 'comparison', 'ratio'] as const;
export type Tab = (typeof TABS)[number];

/** What a map can show of every cell. */
export const QUANTITIES = ['outcome', 'arrival', 'loss', 'gradient', 'divergence'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** By what particles are coloured. */
export const COLORINGS = ['optimizer', 'outcome'] as const;
export type Coloring = (typeof COLORINGS)[number];

/** How many networks a plane of trainability may have along each side. */
export const SIDES = [64, 128, 256, 512] as const;

/** The lessons' table of contents, in place of one of their steps. */
export const CONTENTS = 'contents';

const index = z.int().check(z.gte(0), z.lte(16_384));

const schema = z.object({
  tab: z.catch(z._default(z.enum(TABS), 'surface'), 'surface'),
  quantity: z.catch(z._default(z.enum(QUANTITIES), 'outcome'), 'outcome'),
  coloring: z.catch(z._default(z.enum(COLORINGS), 'optimizer'), 'optimizer'),
  /** Whether particles leave trails. */
  trails: z.catch(z._default(z.boolean(), true), true),
  /** Whether all critical points in sight are marked, not only those that are known. */
  critical: z.catch(z._default(z.boolean(), false), false),
  /** Optimizers that are not shown, by their places in the experiment. */
  hidden: z.catch(z._default(z.array(index).check(z.maxLength(8)), []), []),
  /** Networks along each side of a plane of trainability. */
  side: z.catch(z._default(z.literal(SIDES), 256), 256),
  /** The two optimizers whose difference is shown. */
  pair: z.catch(z._default(z.tuple([index, index]), [0, 1]), [0, 1]),
  /** The cell that is looked at, [optimizer, column, row]; null for none. */
  cell: z.catch(z._default(z.nullable(z.tuple([index, index, index])), null), null),
  /** What the lessons are opened at: `CONTENTS`, or a step by its name, as `ravine.2`; null while they are closed. */
  lesson: z.catch(z._default(z.nullable(z.string().check(z.regex(/^[a-z]{1,20}(\.\d{1,2})?$/))), null), null),
});

/** What is looked at, beside the experiment: part of a link, no part of what is computed. */
export type PageView = z.output<typeof schema>;

/** How the page opens. */
export const FIRST_VIEW: PageView = readView({});

/** A view of any origin: fields that are missing or make no sense take their defaults, for a picture is no reason to refuse an experiment. */
export function readView(value: unknown): PageView {
  const result = schema.safeParse(value);
  return result.success ? result.data : FIRST_VIEW;
}

/** The fields of a view that are not as the page opens; an optimizer beside itself is what a single one leaves, nobody's wish. */
export function changedFields(view: PageView): Partial<PageView> {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(FIRST_VIEW[name as keyof PageView]) &&
    (name !== 'pair' || view.pair[0] !== view.pair[1]);
  return Object.fromEntries(Object.entries(view).filter(differs));
}

/** A view as it holds for an experiment of so many optimizers on a grid of so many columns and rows. */
export function fittedView(view: PageView, optimizers: number, columns: number, rows: number): PageView {
  const [first, second] = view.pair;
  const cell = view.cell;
  return {
    ...view,
    hidden: view.hidden.filter((each) => each < optimizers),
    pair: first !== second && Math.max(first, second) < optimizers ? view.pair : [0, Math.min(1, optimizers - 1)],
    cell: cell && cell[0] < optimizers && cell[1] < columns && cell[2] < rows ? cell : null,
  };
}
