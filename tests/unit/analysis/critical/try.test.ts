import { test } from 'vitest';
import { findCriticalPoints } from '../../../../src/analysis/critical/search.ts';
import { objectives } from '../../../../src/catalogue/index.ts';
import { resolveObjective } from '../../../../src/experiment/index.ts';

test('try', () => {
  const only = process.env.ONLY?.split(',');
  for (const o of objectives) {
    if (only && !only.includes(o.name)) continue;
    const t = process.cpuUsage().user;
    const f = findCriticalPoints(resolveObjective(o.name));
    const ms = (process.cpuUsage().user - t) / 1000;
    const counts = ['minimum', 'saddle', 'maximum', 'degenerate'].map(
      (k) => f.points.filter((p) => p.kind === k).length,
    );
    const listed = [o.minima, o.saddles, o.maxima].map((l) => l.filter((p) => !p.kink).length);
    const kinks = [...o.minima, ...o.saddles, ...o.maxima].filter((p) => p.kink).length;
    const missing = (
      [
        ['minimum', o.minima],
        ['saddle', o.saddles],
        ['maximum', o.maxima],
      ] as const
    ).flatMap(([k, l]) =>
      l
        .filter(
          (p) =>
            !p.kink &&
            !f.points.some(
              (q) =>
                q.kind === k &&
                Math.hypot(...q.at.map((x, i) => x - p.at[i])) < 1e-9 * Math.max(...o.domain.map(([a, b]) => b - a)),
            ),
        )
        .map((p) => `${k} ${p.at}`),
    );
    console.log(
      o.name.padEnd(22),
      counts.join('/').padEnd(16),
      'listed',
      listed.join('/'),
      '+',
      kinks,
      'kinks',
      'sets',
      f.notIsolated.length,
      f.complete ? '' : 'BOUND',
      f.starts,
      `${ms.toFixed(0)} ms`,
      missing.length ? `MISSING ${missing.length} ${missing[0]}` : '',
    );
    if (only) console.log(JSON.stringify(f, null, 0).slice(0, 3000));
  }
});
