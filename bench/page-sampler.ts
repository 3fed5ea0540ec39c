/** What the sampler on a page tells; it hangs on `globalThis.sampled`. */
export interface Sampled {
  /** Frames of the page so far. */
  readonly frames: number;
  /** The moment at which particles were first seen on the map, in ms from the start of the navigation. */
  particles(): Promise<number>;
  /** Once the picture is still, moves the slider of the learning rate far up; gives the frames until the map shows another picture. The slider is then back. */
  slide(): Promise<number>;
}

/** Runs on the page, before anything else: looks at the map's pixels at the end of a frame, when all is drawn, as long as somebody waits for them. */
export function sampler(): void {
  const [width, height] = [240, 160];
  /** Time in ms after which a picture that has not changed is still. */
  const STILL = 800;
  const pad = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  let waiting: ((pixels: Uint8ClampedArray<ArrayBuffer>) => boolean) | null = null;
  let frames = 0;
  /** Called when the next frame begins. */
  let early = () => {};

  const within = (selector: string) => document.querySelector('scree-app')?.shadowRoot?.querySelector(selector);
  const pixels = (): Uint8ClampedArray<ArrayBuffer> | null => {
    const canvas = within('surface-map')?.shadowRoot?.querySelector('canvas');
    if (!pad || !canvas || canvas.width < width || canvas.height < height) return null;
    const [x, y] = [(canvas.width - width) >> 1, (canvas.height - height) >> 1];
    pad.clearRect(0, 0, width, height);
    pad.drawImage(canvas, x, y, width, height, 0, 0, width, height);
    const { data } = pad.getImageData(0, 0, width, height);
    // A GPU's canvas that is not drawn in this frame reads as empty; what is seen is the picture before.
    return data[3] === 0 ? null : data;
  };
  const when = (holds: (pixels: Uint8ClampedArray<ArrayBuffer>) => boolean) =>
    new Promise<void>((resolve) => {
      waiting = (found) => {
        if (!holds(found)) return false;
        resolve();
        return true;
      };
    });
  /** Particles are bright in colour, the terrain is not. */
  const bright = (data: Uint8ClampedArray) => {
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [r, g, b] = [data[i], data[i + 1], data[i + 2]];
      if (Math.max(r, g, b) - Math.min(r, g, b) > 90) count++;
    }
    return count > 0.02 * width * height;
  };
  const unlike = (a: Uint8ClampedArray, b: Uint8ClampedArray) => {
    let count = 0;
    for (let i = 0; i < a.length; i += 4) {
      if (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2]) > 24) count++;
    }
    return count > 40;
  };

  /** The picture, once it has been the same for a while. */
  const still = async () => {
    let picture = new Uint8ClampedArray(4 * width * height);
    let since = 0;
    await when((data) => {
      if (unlike(data, picture)) [picture, since] = [data, performance.now()];
      return performance.now() - since > STILL;
    });
    return picture;
  };

  const sampled: Sampled = {
    get frames() {
      return frames;
    },
    async particles() {
      await when(bright);
      return performance.now();
    },
    async slide() {
      const before = await still();
      const card = within('experiment-panel')?.shadowRoot?.querySelector('optimizer-card');
      const list = card?.shadowRoot?.querySelector('hyperparameter-list');
      const row = list?.shadowRoot?.querySelector('hyperparameter-row');
      const slider = row?.shadowRoot?.querySelector<HTMLInputElement>('input[type=range]');
      if (!slider) throw new Error('the page has no slider');
      const move = (to: string) => {
        slider.value = to;
        slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      };
      const at = slider.value;
      // Browsers hand over what a pointer does right before a frame.
      await new Promise<void>((resolve) => {
        early = resolve;
      });
      const began = frames;
      move(String(0.9 * Number(slider.max)));
      await when((data) => unlike(data, before));
      const taken = frames - began;
      move(at);
      return taken;
    },
  };
  Object.assign(globalThis, { sampled });

  addEventListener('DOMContentLoaded', () => {
    // Observers of sizes are called after all animation frames of a frame, before it is shown: a GPU's canvas can be read then.
    const probe = document.body.appendChild(document.createElement('div'));
    probe.style.cssText = 'position:fixed;height:1px;visibility:hidden';
    new ResizeObserver(() => {
      if (!waiting) return;
      const found = pixels();
      if (found && waiting(found)) waiting = null;
    }).observe(probe);
    const frame = () => {
      frames++;
      early();
      probe.style.width = `${1 + (frames % 2)}px`;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
