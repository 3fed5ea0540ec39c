import { expect, test } from 'vitest';
import { Interrupted } from '../../../src/cli/faults.ts';
import { FakeEngine, FakeHost, scree } from '../../support/cli.ts';

const experiment = {
  objective: 'sphere',
  optimizers: [{ name: 'sgd' }],
  grid: { x: { vary: 'x', from: 0.5 } },
  steps: 5,
};

function setUp() {
  const engine = new FakeEngine();
  return { engine, host: new FakeHost(JSON.stringify(experiment), () => engine) };
}

test('lines are written as they are computed, under one header', async () => {
  const { engine, host } = setUp();
  const written: number[] = [];
  engine.settled = async () => {
    written.push(host.output.trimEnd().split('\n').length - 1);
  };
  const { code, output, messages } = await scree(['trace', '-'], host);
  expect({ code, messages }).toEqual({ code: 0, messages: '' });
  const [header, ...lines] = output.trimEnd().split('\n');
  expect(header).toMatch(/^step,theta_x,theta_y,loss,/);
  expect(lines.map((line) => line.split(',')[0])).toEqual(['0', '1', '2', '3', '4', '5']);
  // Before each batch, all that came before it has been written: memory holds no more than one.
  expect(written).toEqual([2, 4]);
  expect(engine.destroyed).toBe(1);
});

test('Ctrl-C ends at once with 130 and says how far the lines reach', async () => {
  const { engine, host } = setUp();
  // The batch under way never ends.
  engine.settled = () => {
    host.stop.abort(new Interrupted(130));
    return new Promise(() => {});
  };
  const { code, output, messages } = await scree(['trace', '-', '--steps', '1e6'], host);
  expect({ code, messages }).toEqual({
    code: 130,
    messages: 'scree: stopped after the line of step 1 of 1,000,000\n',
  });
  expect(output.trimEnd().split('\n')).toHaveLength(3);
  expect(engine).toMatchObject({ destroyed: 1, followed: 2 });
});

test('Ctrl-C while a reader lets lines wait says that they were handed over', async () => {
  const { host } = setUp();
  host.out = () => {
    host.stop.abort(new Interrupted(130));
    return new Promise(() => {});
  };
  expect(await scree(['trace', '-'], host)).toMatchObject({
    code: 130,
    messages: 'scree: stopped with the lines up to that of step 1 of 5 on their way to the reader\n',
  });
});

test('Ctrl-C before anything is computed', async () => {
  const { host } = setUp();
  host.openEngine = () => {
    host.stop.abort(new Interrupted(130));
    return new Promise(() => {});
  };
  expect(await scree(['trace', '-'], host)).toEqual({
    code: 130,
    output: '',
    messages: 'scree: stopped before the first line\n',
  });
});

test('a reader that stops reading ends the computation', async () => {
  const { engine, host } = setUp();
  host.out = () => Promise.reject(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(await scree(['trace', '-', '--steps', '100'], host)).toMatchObject({ code: 0, messages: '' });
  expect(engine).toMatchObject({ destroyed: 1, followed: 2 });
});
