import { expect, it, test } from 'vitest';
import { paintThumbnail, type Thumbnail } from '../../../../src/app/what/thumbnail.ts';
import { findObjective, type Objective, objectives } from '../../../../src/catalogue/index.ts';

const [width, height] = [40, 28];
const brightness = (pixels: Uint8ClampedArray, column: number, row: number) => pixels[4 * (row * width + column) + 1];

test.each(objectives.map((each) => [each.name, each] as const))('%s has a picture of more than one tint', (_, each) => {
  const { pixels } = painted(each);
  const seen = new Set(Array.from({ length: width * height }, (_, i) => pixels.slice(4 * i, 4 * i + 3).join()));
  expect(seen.size).toBeGreaterThan(3);
  expect(pixels.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
});

it('has valleys in the first tint, where they lie', () => {
  const { pixels } = painted(findObjective('sphere') as Objective);
  expect(brightness(pixels, width / 2, height / 2)).toBeLessThan(brightness(pixels, 1, 1));
});

it('has the second parameter upwards', () => {
  const north: Objective = { ...(findObjective('sphere') as Objective), formula: 'x^2/100 + (y - 5)^2', minimum: 0 };
  const { pixels } = painted(north);
  expect(brightness(pixels, width / 2, 1)).toBeLessThan(brightness(pixels, width / 2, height - 2));
});

function painted(objective: Objective): Thumbnail {
  const painting = paintThumbnail(objective, 'light', width, height);
  for (;;) {
    const { done, value } = painting.next();
    if (done) return value;
  }
}
