import { type Experiment, planExperiment, readExperiment } from '../../experiment/index.ts';
import { changedFields, type PageView, readView } from '../view/page-view.ts';
import { pack, packs, unpack } from './compressed.ts';

/** Characters of JSON beyond which a link is compressed: shorter ones can be read by people. */
const LONG = 400;
/** The first letter of what is compressed; a JSON value begins with another. */
const PACKED = 'z';
const VIEW = '&view=';

/** What an address carries. */
export interface Link {
  /** null for none. */
  readonly experiment: Experiment | null;
  readonly view: PageView;
}

/** What an address carries after its `#`. Rejects with an Error whose phrase says what is wrong with its experiment. */
export async function readLink(hash: string): Promise<Link> {
  const text = hash.replace(/^#/, '');
  const at = text.lastIndexOf(VIEW);
  const view = viewOf(at < 0 ? '{}' : text.slice(at + VIEW.length));
  const experiment = at < 0 ? text : text.slice(0, at);
  if (experiment === '') return { experiment: null, view };
  const json = experiment.startsWith(PACKED) ? await unpack(experiment.slice(1)) : decoded(experiment);
  return { experiment: planExperiment(parsed(json)).experiment, view };
}

/** The part of an address, from `#`, that carries an experiment and how it is looked at. Fields that hold their defaults are left out. */
export async function writeLink(experiment: Experiment, view: PageView): Promise<string> {
  const json = JSON.stringify(withoutDefaults(experiment));
  const text = json.length > LONG && packs() ? `${PACKED}${await pack(json)}` : encodeURIComponent(json);
  const changed = changedFields(view);
  const looked = Object.keys(changed).length > 0 ? `${VIEW}${encodeURIComponent(JSON.stringify(changed))}` : '';
  return `#${text}${looked}`;
}

/** An experiment as it is written: fields that hold their defaults are left out. */
export function withoutDefaults(experiment: Experiment): Partial<Experiment> {
  const bare = readExperiment({ objective: experiment.objective, optimizers: experiment.optimizers });
  const given = Object.entries(experiment).filter(
    ([field, value]) =>
      field === 'objective' ||
      field === 'optimizers' ||
      JSON.stringify(value) !== JSON.stringify(bare[field as keyof Experiment]),
  );
  return Object.fromEntries(given);
}

/** A view that cannot be read is no reason to refuse the experiment beside it. */
function viewOf(text: string): PageView {
  try {
    return readView(JSON.parse(decodeURIComponent(text)));
  } catch {
    return readView({});
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error('it is cut off or was changed on its way');
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Error('it is cut off or was changed on its way');
  }
}
