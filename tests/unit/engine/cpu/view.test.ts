import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CpuEngine } from '../../../../src/engine/cpu/engine.ts';
import { writePaint } from '../../../../src/engine/cpu/kernel/paint.ts';
import { Kernels } from '../../../../src/engine/cpu/kernels.ts';
import { openNodePool } from '../../../../src/engine/cpu/node-workers.ts';
import { CpuPopulation } from '../../../../src/engine/cpu/population.ts';
import { cellsOf } from '../../../../src/engine/cpu/view/cells.ts';
import { Easel } from '../../../../src/engine/cpu/view/easel.ts';
import { colored } from '../../../../src/engine/cpu/view/fates.ts';
import { type Frame, strideOf, type Told } from '../../../../src/engine/cpu/view/messages.ts';
import { CpuSurfaceView } from '../../../../src/engine/cpu/view/view.ts';
import type { ViewFrame } from '../../../../src/engine/types.ts';
import { planExperiment } from '../../../../src/experiment/index.ts';

/** Stands for the painter: keeps what it is told, and answers when a test says so. */
class FakeWorker {
  static last: FakeWorker;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  readonly told: Told[] = [];
  ended = false;

  constructor() {
    FakeWorker.last = this;
    queueMicrotask(() => this.onmessage?.({ data: 'ready' }));
  }
  postMessage(told: Told) {
    this.told.push(told);
  }
  terminate() {
    this.ended = true;
  }
  painted(picture: unknown = null) {
    this.onmessage?.({ data: { picture } });
  }
  frames(): Frame[] {
    return this.told.flatMap((told) => (told.kind === 'frame' ? [told] : []));
  }
  count(kind: Told['kind']) {
    return this.told.filter((told) => told.kind === kind).length;
  }
}

const pool = openNodePool(2);
afterAll(() => pool.destroy());
beforeEach(() => {
  vi.stubGlobal('OffscreenCanvas', class {});
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const kernels = new Kernels();
const axis = (vary: string, count: number) => ({ vary, from: -4, to: 4, count });
const PLAN = planExperiment({
  objective: 'himmelblau',
  optimizers: [{ name: 'sgd' }, { name: 'adam' }],
  grid: { x: axis('x', 30), y: axis('y', 20) },
});
const shown: unknown[] = [];
const CANVAS = {
  getContext: () => ({ transferFromImageBitmap: (picture: unknown) => shown.push(picture) }),
} as unknown as HTMLCanvasElement;
const FRAME: ViewFrame = {
  center: [0, 0],
  scale: [0.2, 0.2],
  theme: 'light',
  finer: 1,
  colors: [
    [1, 1, 1],
    [0, 0, 0],
  ],
  paint: null,
  trails: false,
  curve: null,
  size: 2,
  ratio: 2,
  pixels: [100, 80],
};

async function open(canvas = CANVAS) {
  const engine = new CpuEngine(pool, CpuSurfaceView.create);
  const population = await engine.populate(PLAN);
  if (!(population instanceof CpuPopulation)) throw new Error('not of this engine');
  await population.settled();
  const view = await CpuSurfaceView.create(pool, kernels, canvas, PLAN);
  return { population, view, painter: FakeWorker.last };
}

/** The picture that a painter makes of a frame, on grey; the colour of a pixel's red. */
function reds(frame: Frame): number[] {
  const easel = new Easel(new WebAssembly.Module(writePaint()));
  easel.resize(frame.seen);
  easel.ground.fill(0xff808080);
  easel.draw(frame, frame.swarms.map(colored), null);
  return Array.from(easel.picture).filter((_, i) => i % 4 === 0);
}

test('a picture has the surface as it is seen, then the particles where they are', async () => {
  const { population, view, painter } = await open();
  view.draw(population, { ...FRAME, colors: [[1, 1, 1], null] });
  expect(painter.told.map(({ kind }) => kind)).toEqual(['open', 'surface', 'frame']);
  const [{ seen, discs, swarms }] = painter.frames();
  // Half as many parameter units for a device pixel as for a CSS pixel.
  expect(seen).toEqual({
    center: [0, 0],
    scale: [0.1, 0.1],
    width: 100,
    height: 80,
    ratio: 2,
    theme: 'light',
    finer: 1,
  });
  expect(discs.radius).toBe(2);
  expect(swarms.length).toBe(1);
  const lit = reds({ seen, discs, swarms, trails: null, curve: null });
  for (const [column, row, bright] of [
    [10, 79, true],
    [89, 0, true],
    [4, 40, false],
    [96, 40, false],
  ] as const) {
    expect(lit[row * strideOf(100) + column] > 128).toBe(bright);
  }
  await vi.waitFor(() => expect(painter.count('band')).toBeGreaterThan(0));
});

test('pictures that come while one is painted are left out but for the newest', async () => {
  const { population, view, painter } = await open();
  for (let i = 0; i < 5; i++) view.draw(population, { ...FRAME, size: 2 + i });
  expect(painter.frames().map(({ discs }) => discs.radius)).toEqual([2]);
  painter.painted();
  expect(painter.frames().map(({ discs }) => discs.radius)).toEqual([2, 6]);
  painter.painted();
  expect(painter.count('frame')).toBe(2);
  expect(painter.count('surface')).toBe(1);
});

test('a picture is shown when it comes, in its own size', async () => {
  const { population, view, painter } = await open();
  view.draw(population, FRAME);
  painter.painted();
  expect(shown).toEqual([]);
  const picture = { width: 100, height: 80 };
  painter.painted(picture);
  expect(shown).toEqual([picture]);
  expect(CANVAS).toMatchObject(picture);
});

test('the surface is painted again when it is drawn, without being asked', async () => {
  const { population, view, painter } = await open();
  view.draw(population, FRAME);
  expect(painter.count('frame')).toBe(1);
  await vi.waitFor(() => {
    painter.painted();
    expect(painter.count('frame')).toBe(2);
  });
  expect(painter.count('band')).toBeGreaterThan(0);
});

test('where memory is not shared, a copy shows the same', async () => {
  const { population, view, painter } = await open();
  population.advance(300);
  await population.settled();
  view.draw(population, FRAME);
  const [frame] = painter.frames();
  const copied = population.members.map((member) => cellsOf(member, false, false));
  expect(copied[0].buffer).toBeInstanceOf(ArrayBuffer);
  const copies = frame.swarms.map((swarm, i) => ({ ...swarm, cells: copied[i] }));
  const picture = reds(frame);
  expect(reds({ ...frame, swarms: copies })).toEqual(picture);
  expect(new Set(picture).size).toBeGreaterThan(3);
});

test('coloured by outcome, each particle has the colour of its minimum, whether memory is shared or not', async () => {
  const { population, view, painter } = await open();
  population.advance(3000);
  await population.measure();
  const outcomes = Array.from({ length: 6 }, (_, i) => [0, 0, i / 10] as const);
  const { minima } = PLAN.objective;
  const paint = { outcomes, minima: minima.map(({ at }, i) => ({ at, color: [1, i / 4, 0] as const })) };
  view.draw(population, { ...FRAME, paint });
  const [{ swarms }] = painter.frames();
  const { cells, colors, codes } = colored(swarms[0]);
  const table = await population.cells(0);
  const expected = Array.from(table.outcome, (outcome, i) => (table.minimum[i] < 0 ? outcome : 6 + table.minimum[i]));
  expect([...(codes ?? [])].slice(0, PLAN.cells)).toEqual(expected);
  expect(new Set(expected.filter((code) => code >= 6)).size).toBe(4);
  expect(colors.length).toBe(10);
  const copy = cellsOf(population.members[0], false, true);
  expect(copy.cells).toBe(cells.cells);
  expect(colored({ ...swarms[0], cells: copy }).codes).toEqual(codes);
});

test('trails are told of with each picture, and as another scene for another population or other optimizers', async () => {
  const { population, view, painter } = await open();
  const draw = (of: CpuPopulation, frame: Partial<ViewFrame> = {}) => {
    view.draw(of, { ...FRAME, trails: true, ...frame });
    painter.painted();
    return painter.frames().at(-1)?.trails;
  };
  const first = draw(population);
  expect(first).toMatchObject({ columns: 30, step: 0 });
  population.advance(5);
  expect(draw(population)).toMatchObject({ scene: first?.scene, step: 5 });
  expect(draw(population, { colors: [null, [0, 0, 0]] })?.scene).not.toBe(first?.scene);
  const other = (await new CpuEngine(pool, CpuSurfaceView.create).populate(PLAN)) as CpuPopulation;
  expect(draw(other)?.scene).not.toBe(first?.scene);
  expect(draw(other, { trails: false })).toBeNull();
});

test('on a curve no surface is drawn', async () => {
  const { population, view, painter } = await open();
  view.draw(population, { ...FRAME, curve: new Float32Array(5) });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(painter.told.map(({ kind }) => kind)).toEqual(['open', 'frame']);
});

test('a painter that ended is told at the next picture', async () => {
  const { population, view, painter } = await open();
  painter.onerror?.({ message: 'out of memory' });
  expect(() => view.draw(population, FRAME)).toThrow('The worker that paints the map ended: out of memory.');
});

test('ended with its view', async () => {
  const { population, view, painter } = await open();
  view.draw(population, FRAME);
  view.destroy();
  expect(painter.ended).toBe(true);
  const { length } = painter.told;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(painter.told.length).toBe(length);
});

test('what it cannot do is said', async () => {
  const { view } = await open();
  expect(() => view.draw({} as CpuPopulation, FRAME)).toThrow('internal');
  const bare = { getContext: () => null } as unknown as HTMLCanvasElement;
  await expect(open(bare)).rejects.toThrow(/does not show pictures that a worker made .*\.$/);
  vi.stubGlobal('OffscreenCanvas', undefined);
  await expect(open()).rejects.toThrow(/does not let a worker draw .*\.$/);
  vi.stubGlobal('OffscreenCanvas', class {});
  vi.stubGlobal(
    'Worker',
    class {
      onerror: ((event: object) => void) | null = null;
      terminate = () => {};
      constructor() {
        queueMicrotask(() => this.onerror?.({}));
      }
    },
  );
  await expect(open()).rejects.toThrow('its script does not load.');
});
