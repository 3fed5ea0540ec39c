import { expect, it } from 'vitest';
import { webGpuAdvice } from '../../../../src/app/bar/advice.ts';

const AGENTS = {
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0.0.0 Safari/537.36',
  edge: 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0 Safari/537.36 Edg/112.0',
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  safari: 'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
};

it.each([
  ['chrome', 'Chrome', /flags\/#enable-unsafe-webgpu/],
  ['edge', 'Edge', /Edge 113/],
  ['firefox', 'Firefox', /Firefox 141/],
  ['safari', 'Safari', /Safari 26/],
] as const)('advises %s', (agent, browser, step) => {
  const advice = webGpuAdvice(AGENTS[agent], true);
  expect(advice.browser).toBe(browser);
  expect(advice.steps.join('\n')).toMatch(step);
  expect(advice.steps.join('\n')).not.toMatch(/https/);
});

it('names an insecure page first', () => expect(webGpuAdvice(AGENTS.chrome, false).steps[0]).toMatch(/https/));
