import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Edit, withField } from '../../../src/app/edits.ts';
import { withSide } from '../../../src/app/grids.ts';
import { type Notice, withNotice, withoutNotices } from '../../../src/app/notices.ts';
import { LINK } from '../../../src/app/refusals.ts';
import { ENGINE, Session } from '../../../src/app/session.ts';
import { type EngineChoice, type Experiment, readExperiment } from '../../../src/experiment/index.ts';
import { FakeEngine, type FakePopulation, Gate } from '../../support/fake-engine.ts';

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (action: () => void) => setTimeout(action));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const EXPERIMENT = readExperiment({ objective: 'sphere', optimizers: [{ name: 'sgd' }], steps: 100 });

/** A session that stands at step 0 on WebGPU, and what it has told. */
async function started(experiment: Experiment = EXPERIMENT) {
  const engines = { webgpu: new FakeEngine('GPU'), cpu: new FakeEngine('CPU', 'cpu') };
  const missing = new Set<EngineChoice>();
  const opening = { until: Promise.resolve() };
  const open = async (choice: EngineChoice) => {
    await opening.until;
    if (missing.has(choice)) throw new Error('it is not here');
    return { engine: engines[choice === 'cpu' ? 'cpu' : 'webgpu'], reason: () => `${choice} was asked for.` };
  };
  const notices: string[] = [];
  let shown: readonly Notice[] = [];
  const adopted: Experiment[] = [];
  const session = new Session(experiment, open, {
    changed: () => {},
    adopted: (each, _, passed) => void adopted.push(...passed, each),
    notice: (notice) => {
      notices.push(notice.sentence());
      shown = withNotice(shown, notice);
    },
    resolved: (about) => {
      shown = withoutNotices(shown, about);
    },
  });
  const seen = () => shown.map(({ sentence }) => sentence());
  return { session, engines, missing, opening, notices, seen, adopted, start: () => session.start(false) };
}

/** Makes an edit and waits until everything that follows from it has been done. */
async function edit(session: Session, change: Edit, control = ENGINE): Promise<void> {
  session.edit(control, change);
  await settled();
}
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve));
}

it('a run that is paused between two records is measured where it stands, once', async () => {
  const { session, start } = await started({ ...EXPERIMENT, steps: 5000 });
  await start();
  await session.run?.tick(1000, 3);
  const steps = () => session.run?.history.map(({ step }) => step);
  expect(steps()).toEqual([0]);
  for (const _ of [1, 2]) {
    session.player.play();
    session.player.pause();
    await settled();
    expect(steps()).toEqual([0, 3]);
  }
});

it('a run that came to its end stands where it is reset to; one under way goes on', async () => {
  const { session, start } = await started();
  await start();
  const { player } = session;
  player.play();
  await vi.waitFor(() => expect(session.run?.done).toBe(true));
  player.reset();
  await settled();
  expect([player.playing, session.run?.step]).toEqual([false, 0]);
  player.pace = 1;
  player.play();
  player.reset();
  expect(player.playing).toBe(true);
  player.pause();
});

describe('the choice of engine', () => {
  it('moves the run and changes nothing else', async () => {
    const { session, start, adopted, notices } = await started();
    await start();
    const { run } = session;
    await run?.tick(1000, 3);
    expect(session.reason).toBe('auto was asked for.');
    await edit(session, withField('engine', 'cpu'));
    expect(session.run).toBe(run);
    expect(run?.engine.device.name).toBe('CPU');
    expect(session.reason).toBe('cpu was asked for.');
    expect([run?.step, session.mixedFrom, session.player.playing, session.moving]).toEqual([3, null, false, false]);
    expect(adopted.at(-1)).toEqual({ ...EXPERIMENT, engine: 'cpu' });
    expect(notices).toEqual([]);
  });

  it('leaves a run at its end there', async () => {
    const { session, start } = await started();
    await start();
    while (!session.run?.done) await session.run?.tick(1000);
    await edit(session, withField('engine', 'cpu'));
    expect([session.run?.engine.device.name, session.run?.step, session.player.playing]).toEqual(['CPU', 100, false]);
  });

  it('is put back where the engine cannot be opened; edits made meanwhile are kept', async () => {
    const { session, start, missing, opening, notices, adopted } = await started();
    missing.add('webgpu');
    await start();
    await session.run?.tick(1000, 3);
    const gate = new Gate();
    opening.until = gate.passed;
    await edit(session, withField('engine', 'webgpu'));
    expect(session.moving).toBe(true);
    await edit(session, withField('noise', 0.5), 'noise');
    expect(session.run?.plan.noise).toBe(0.5);
    gate.open();
    await settled();
    expect(notices).toEqual(['WebGPU cannot be used here. It is not here. The run stays on GPU.']);
    expect(session.moving).toBe(false);
    expect(session.experiment).toEqual({ ...EXPERIMENT, noise: 0.5, engine: 'auto' });
    expect(adopted.at(-1)).toEqual(session.experiment);
    expect(session.run?.step).toBe(3);
  });

  it('goes there and back before anything has happened', async () => {
    const { session, start, engines, opening } = await started();
    await start();
    const gate = new Gate();
    opening.until = gate.passed;
    for (const choice of ['cpu', 'auto', 'cpu', 'webgpu'] as const) await edit(session, withField('engine', choice));
    gate.open();
    await settled();
    expect(session.run?.engine).toBe(engines.webgpu);
    expect([session.moving, session.reason]).toEqual([false, 'webgpu was asked for.']);
    expect(engines.cpu.populations.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('holds for the runs that follow', async () => {
    const { session, start } = await started();
    await start();
    await edit(session, withField('engine', 'cpu'));
    await edit(session, withSide(8), 'side');
    expect(session.run?.plan.cells).toBe(64);
    expect(session.run?.engine.device.name).toBe('CPU');
  });

  it('is followed by a new run while the old one is still on its way', async () => {
    const { session, start, opening, engines } = await started();
    await start();
    const gate = new Gate();
    opening.until = gate.passed;
    await edit(session, withField('engine', 'cpu'));
    await edit(session, withSide(8), 'side');
    gate.open();
    await settled();
    expect([session.run?.engine.device.name, session.run?.plan.cells, session.moving]).toEqual(['CPU', 64, false]);
    const left = [...engines.webgpu.populations, ...engines.cpu.populations].filter(({ destroyed }) => !destroyed);
    expect(left).toEqual([session.run?.population]);
  });
});

describe('an experiment that names an engine which is not here', () => {
  it('opens on another one', async () => {
    const { session, start, missing, notices } = await started({ ...EXPERIMENT, engine: 'cpu' });
    missing.add('cpu');
    await start();
    await settled();
    expect(notices).toEqual(['The CPU engine cannot be used here. It is not here. Another engine takes its place.']);
    expect([session.run?.engine.device.name, session.experiment.engine]).toEqual(['GPU', 'auto']);
  });

  it('takes the place of the one that runs, on its engine', async () => {
    const { session, start, missing, notices } = await started();
    missing.add('cpu');
    await start();
    await edit(session, () => ({ ...EXPERIMENT, objective: 'beale', engine: 'cpu' }), LINK);
    expect(notices).toEqual(['The CPU engine cannot be used here. It is not here. The run stays on GPU.']);
    expect(session.plan?.objective.name).toBe('beale');
    expect([session.run?.engine.device.name, session.experiment.engine]).toEqual(['GPU', 'auto']);
  });
});

it('a run that lost its engine while it rests goes on from its last state, and that is told', async () => {
  const { session, start, engines, notices } = await started();
  await start();
  await edit(session, withField('engine', 'cpu'));
  await session.run?.tick(1000, 3);
  await edit(session, withField('engine', 'webgpu'));
  engines.webgpu.lose('driver reset');
  engines.webgpu = new FakeEngine('another GPU');
  await settled();
  expect(notices).toEqual(['The graphics device was lost (driver reset). The run goes on from step 3.']);
  expect([session.run?.engine.device.name, session.run?.step]).toEqual(['another GPU', 3]);
});

describe('a notice goes when what it complains of holds no more', () => {
  it('of an engine, when another one is chosen', async () => {
    const { session, start, missing, seen } = await started();
    missing.add('cpu');
    await start();
    await edit(session, withField('engine', 'cpu'));
    expect(seen()).toEqual(['The CPU engine cannot be used here. It is not here. The run stays on GPU.']);
    await edit(session, withField('noise', 0.5), 'noise');
    expect(seen()).toHaveLength(1);
    await edit(session, withField('engine', 'webgpu'));
    expect(seen()).toEqual([]);
  });

  it('of a link, when another experiment is taken over', async () => {
    const { session, start, seen } = await started();
    await start();
    await edit(session, () => ({ ...EXPERIMENT, steps: -1 }), LINK);
    expect(seen()).toEqual([expect.stringContaining('This experiment cannot run.')]);
    await edit(session, withField('steps', -2), 'steps');
    expect(seen()).toHaveLength(1);
    await edit(session, () => ({ ...EXPERIMENT, objective: 'beale' }), LINK);
    expect(seen()).toEqual([]);
  });

  it('of a run that stopped, when it goes on', async () => {
    const { session, start, engines, seen } = await started();
    await start();
    const [population] = engines.webgpu.populations;
    const { advance } = population;
    population.advance = () => {
      throw new Error('out of memory');
    };
    await session.player.step();
    expect(seen()).toEqual(['The run stopped. Out of memory.']);
    population.advance = advance;
    session.player.play();
    expect(seen()).toEqual([]);
    session.player.pause();
  });
});

it('a run that takes long to build is told to be on its way, a quick one is not', async () => {
  const { session, start, engines } = await started();
  await start();
  session.edit('steps', withField('steps', 200));
  while (session.run?.plan.steps !== 200) {
    expect(session.preparing).toBe(false);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const gate = new Gate();
  engines.webgpu.building = gate.passed;
  await edit(session, withField('steps', 300), 'steps');
  await vi.waitFor(() => expect(session.preparing).toBe(true));
  expect(session.run?.plan.steps).toBe(200);
  gate.open();
  await settled();
  expect([session.preparing, session.run?.plan.steps]).toEqual([false, 300]);
});

it('tells of every experiment that it was given while a run was being built, so that each can be gone back to', async () => {
  const { session, start, adopted } = await started();
  await start();
  adopted.length = 0;
  for (const name of ['sgd', 'adam', 'sgd']) {
    session.edit('optimizers', (each) => ({ ...each, optimizers: [...each.optimizers, { name }] }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  await settled();
  const before = EXPERIMENT.optimizers.length;
  expect(adopted.map(({ optimizers }) => optimizers.length)).toEqual([before + 1, before + 2, before + 3]);
});

describe('a refusal', () => {
  it('is told though the run of an edit before it is done only after it was asked for', async () => {
    const { session, start, engines } = await started();
    await start();
    vi.stubGlobal('requestAnimationFrame', (action: () => void) => setTimeout(action, 30));
    const gate = new Gate();
    engines.webgpu.building = gate.passed;
    engines.webgpu.retunes = false;
    session.edit('objective', (experiment) => ({ ...experiment, objective: 'booth' }));
    // Its run is being built; the frame that follows has not come.
    await new Promise((resolve) => queueMicrotask(() => resolve(null)));
    session.edit('steps', (experiment) => ({ ...experiment, steps: -1 }));
    gate.open();
    await vi.waitFor(() => expect([...session.problems.keys()]).toEqual(['steps']));
    expect(session.plan?.experiment.objective).toBe('booth');
    session.player.pause();
  });

  it('takes nothing back that was edited before it, though the run of that is still to be built', async () => {
    const { session, start, engines } = await started();
    await start();
    const gate = new Gate();
    engines.webgpu.building = gate.passed;
    engines.webgpu.retunes = false;
    await edit(session, (experiment) => ({ ...experiment, objective: 'booth' }), 'objective');
    await edit(session, (experiment) => ({ ...experiment, objective: 'beale' }), 'objective');
    await edit(session, withField('steps', -1), 'steps');
    expect([...session.problems.keys()]).toEqual(['steps']);
    expect(session.experiment).toMatchObject({ objective: 'beale', steps: 100 });
    gate.open();
    await vi.waitFor(() => expect(session.plan?.experiment.objective).toBe('beale'));
    expect(session.experiment.objective).toBe('beale');
    session.player.pause();
  });
});

it('a number that is changed while a run plays shows at once: the next step is made before it is due', async () => {
  const { session, start } = await started();
  await start();
  session.player.pace = 1;
  session.player.play();
  const { moves } = session.player;
  const population = session.run?.population as FakePopulation;
  session.edit('noise', withField('noise', 0.5));
  await new Promise((resolve) => queueMicrotask(() => resolve(null)));
  expect([population.step, population.weight]).toEqual([1, 0.5]);
  expect(session.player.moves).toBe(moves + 1);
  // No faster for that.
  await edit(session, withField('noise', 0.25), 'noise');
  expect(population.step).toBe(1);
  session.player.pause();
});

it('while something else is to have the machine no run plays, one that is started meanwhile neither; it goes on afterwards', async () => {
  const { session, start } = await started();
  await start();
  const { player } = session;
  const steps = async () => {
    await settled();
    return [session.run?.plan.objective.name, session.run?.step, player.playing];
  };
  player.rest(true);
  player.play();
  expect(await steps()).toEqual(['sphere', 0, false]);
  await edit(session, (experiment) => ({ ...experiment, objective: 'booth' }), 'objective');
  expect(await steps()).toEqual(['booth', 0, false]);
  player.rest(false);
  await vi.waitFor(() => expect(session.run?.step).toBeGreaterThan(0));
  player.rest(true);
  player.pause();
  player.rest(false);
  const { step } = session.run ?? {};
  expect(await steps()).toEqual(['booth', step, false]);
});
