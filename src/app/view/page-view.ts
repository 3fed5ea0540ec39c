import * as z from 'zod/mini';

/** What the middle of the page can show. */
export const TABS = ['surface', 'maps', 'trainability', 'difference', 'comparison', 'ratio'] as const;
export type Tab = (typeof TABS)[number];

/** What a map can show of every cell. */
export const QUANTITIES = ['outcome', 'arrival', 'loss', 'gradient', 'divergence'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** By what two optimizers are compared where both arrive. */
export const CONTESTS = ['arrival', 'steps', 'loss'] as const;
export type Contest = (typeof CONTESTS)[number];

/** By what particles are coloured. */
export const COLORINGS = ['optimizer', 'outcome'] as const;
export type Coloring = (typeof COLORINGS)[number];

/** What the networks of the minimum-ratio picture can learn. */
export const LEARNED = ['sinc', 'sine'] as const;

/** How many networks a plane of trainability may have along each side. */
export const SIDES = [64, 128, 256, 512] as const;

/** The lessons' table of contents, in place of one of their steps. */
export const CONTENTS = 'contents';

/** How far a map shows the surface from, and from how near at most: nearer, float32 coordinates would be seen as steps. */
export const [FARTHEST, CLOSEST] = [1e-3, 1e5];

const index = z.int().check(z.gte(0), z.lte(16_384));
/** A coordinate of the plane, as far as float32 reaches. */
const place = z.number().check(z.gte(-1e38), z.lte(1e38));
/** Zooms of the grid that a link leads back through at most. */
export const MOST_ZOOMS = 32;

const schema = z.object({
  tab: z.catch(z._default(z.enum(TABS), 'surface'), 'surface'),
  quantity: z.catch(z._default(z.enum(QUANTITIES), 'outcome'), 'outcome'),
  coloring: z.catch(z._default(z.enum(COLORINGS), 'optimizer'), 'optimizer'),
  /** Whether particles leave trails. */
  trails: z.catch(z._default(z.boolean(), true), true),
  /** Whether all critical points in sight are marked, not only those that are known. */
  critical: z.catch(z._default(z.boolean(), false), false),
  /** Whether the list of these points is unfolded. */
  listed: z.catch(z._default(z.boolean(), false), false),
  /** What part of the surface the map shows: its middle, and how many times larger than the whole; null for the whole. */
  sight: z.catch(
    z._default(z.nullable(z.tuple([place, place, z.number().check(z.gte(FARTHEST), z.lte(CLOSEST))])), null),
    null,
  ),
  /** Where on the map single trajectories are launched; null where none are. */
  launched: z.catch(z._default(z.nullable(z.array(place).check(z.minLength(1), z.maxLength(2))), null), null),
  /** What the axes vary, and the ranges that zooms of the grid have led through, the present ones among them; null without a zoom. */
  zooms: z.catch(
    z._default(
      z.nullable(
        z.object({
          vary: z.tuple([z.string(), z.string()]),
          through: z.array(z.tuple([place, place, place, place])).check(z.maxLength(MOST_ZOOMS)),
        }),
      ),
      null,
    ),
    null,
  ),
  /** Optimizers that are not shown, by their places in the experiment. */
  hidden: z.catch(z._default(z.array(index).check(z.maxLength(8)), []), []),
  /** Networks along each side of a plane of trainability. */
  side: z.catch(z._default(z.literal(SIDES), 256), 256),
  /** What the networks of the minimum-ratio picture learn; null for what the experiment's own network learns, if it is one of these. */
  learned: z.catch(z._default(z.nullable(z.enum(LEARNED)), null), null),
  /** Whether that picture's losses are on a logarithmic scale. */
  log: z.catch(z._default(z.boolean(), false), false),
  /** The two optimizers whose difference is shown. */
  pair: z.catch(z._default(z.tuple([index, index]), [0, 1]), [0, 1]),
  /** What they are compared in. */
  contest: z.catch(z._default(z.enum(CONTESTS), 'arrival'), 'arrival'),
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
