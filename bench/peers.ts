import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../src/engine/index.ts';
import type { Plan } from '../src/experiment/index.ts';
import { planCase } from './cases.ts';
import { checkEnds } from './checks.ts';
import { advancing } from './contenders.ts';
import type { Options } from './options.ts';
import { findOffer, type Offer, Peer } from './peer.ts';
import formulasText from './peers/formulas.py?raw';
import jaxText from './peers/peer_jax.py?raw';
import numpyText from './peers/peer_numpy.py?raw';
import torchText from './peers/peer_torch.py?raw';
import serveText from './peers/serve.py?raw';
import { referenceEnds, someCells } from './reference.ts';
import { millions, type Row, type Section } from './report.ts';
import { median, ratio, sample } from './sampling.ts';

const LIBRARIES = { NumPy: numpyText, JAX: jaxText, PyTorch: torchText };
const CASES = [
  ['adam', 'rosenbrock'],
  ['radam', 'rastrigin'],
] as const;
const SIDE = 256;
const STEPS = 1000;
/** Seconds of a case after which no further round begins. */
const LIMIT = 60;

/** A library's program and where it can run. */
interface Library extends Offer {
  readonly name: string;
  readonly program: string;
}

/** The engines beside the same work in Python's array libraries, on whatever each finds here. */
export async function measurePeers(engines: readonly Engine[], options: Options): Promise<Section | null> {
  const cases = CASES.filter((item) => options.only.test(`peers: ${item.join(' ')}`));
  if (cases.length === 0) return null;
  // A software GPU would take minutes.
  const able = engines.filter(({ device }) => device.engine === 'cpu' || !device.software);
  const notes = new Set(['… / it: an engine’s updates, which track outcomes, beside this.']);
  const rows: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'scree-bench-'));
  try {
    const libraries = findLibraries(folder, notes);
    for (const item of cases) {
      const [optimizer, objective] = item;
      const plan = planCase(optimizer, objective, SIDE ** 2, STEPS);
      const peers = await openPeers(libraries, item, plan, notes);
      rows.push(...(await measure(item.join(' '), plan, able, peers, options)));
      for (const { peer } of peers) peer.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    name: 'peers',
    title: `Python’s array libraries, bare: ${SIDE ** 2} particles, ${STEPS} steps`,
    columns: ['M steps/s', ...able.map(({ device }) => `${device.name} / it`)],
    rows,
    notes: [...notes],
  };
}

function findLibraries(folder: string, notes: Set<string>): Library[] {
  writeFileSync(join(folder, 'formulas.py'), formulasText);
  writeFileSync(join(folder, 'serve.py'), serveText);
  return Object.entries(LIBRARIES).flatMap(([name, text]) => {
    const program = join(folder, `peer_${name}.py`);
    writeFileSync(program, text);
    const offer = findOffer(program);
    notes.add(
      offer ? `${name} ${offer.version} in ${offer.python}` : `${name}: left out, since no Python here has it.`,
    );
    return offer ? [{ ...offer, name, program }] : [];
  });
}

/** Every variant of every library that gets ready and ends where it should; of the others a note. */
async function openPeers(libraries: readonly Library[], item: readonly string[], plan: Plan, notes: Set<string>) {
  const cells = someCells(plan);
  const expected = referenceEnds(plan, cells).theta;
  const peers: { readonly name: string; readonly peer: Peer }[] = [];
  for (const library of libraries) {
    for (const variant of library.variants) {
      const name = `${library.name}, ${variant}`;
      let peer: Peer | undefined;
      try {
        peer = await Peer.open(library, library.program, [variant, ...item, `${SIDE}`, `${STEPS}`]);
        checkEnds('its results', expected, await peer.ends(cells));
        peers.push({ name, peer });
      } catch (error) {
        peer?.close();
        notes.add(`${name}: left out. ${(error as Error).message}`);
      }
    }
  }
  return peers;
}

async function measure(
  name: string,
  plan: Plan,
  engines: readonly Engine[],
  peers: Awaited<ReturnType<typeof openPeers>>,
  options: Options,
): Promise<Row[]> {
  const populations = await Promise.all(engines.map((engine) => engine.populate(plan)));
  const ours = populations.map((population, i) => advancing(`Scree, ${engines[i].device.name}`, population, STEPS));
  const theirs = peers.map(({ name, peer }) => peer.contender(name, plan.cells * STEPS));
  const samples = await sample([...ours, ...theirs], options.quick ? 3 : 5, LIMIT);
  for (const population of populations) population.destroy();
  return samples.map((item, i) => ({
    name: `${name}: ${item.name}`,
    cells: [
      millions(median(item.rates)),
      ...ours.map((_, which) => (i < ours.length ? null : ratio(samples[which], item, false))),
    ],
    details: item,
  }));
}
