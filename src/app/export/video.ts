import { msg, str } from '@lit/localize';
import { exportName } from '../../export/file-name.ts';
import { saveFile } from '../files/save-file.ts';
import { formatCount } from '../parts/numbers.ts';
import { captionText } from './caption-text.ts';
import { captioned, contextOf, paperOf } from './paper.ts';
import { surfaceMap } from './pictures.ts';
import { type ExportSource, runOf } from './source.ts';
import { SurfaceComposer } from './surface-picture.ts';
import { withDuration } from './webm-duration.ts';

/** What notices of recordings are about. */
const RECORDING = 'recording';
/** Pictures a second. */
const RATE = 30;
/** Length in seconds where no pace is chosen, and the time that the last picture stays. */
const [LENGTH, LAST] = [10, 1];
/** Bits a second: enough for a hundred thousand moving points. */
const BITS = 12_000_000;
const KINDS = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** Why this browser makes no video, as a sentence; null where it does. */
export function videoHindrance(): string | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) {
    return msg('This browser records no video (MediaRecorder). Chrome, Edge and Firefox do.');
  }
  return kindOf() ? null : msg('This browser writes no WebM. Chrome, Edge and Firefox do.');
}

const kindOf = () => KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));

/** Pictures that are left out in a row at most, where they are made more slowly than they are shown: the video is then slower. */
const SKIPPED = 3;

/** Steps from one picture of a video to the next: at a pace of so many steps a second, or so that it does not last too long. */
export function stepsEach(pace: number | null, steps: number): number {
  return pace === null ? Math.max(steps / (LENGTH * RATE), 1) : pace / RATE;
}

/** Number of the picture that is due so many ms after the first, when `last` was the one before. */
export function nextPicture(last: number, milliseconds: number): number {
  const due = Math.floor((milliseconds * RATE) / 1000);
  return Math.min(Math.max(due, last + 1), last + 1 + SKIPPED);
}

/**
 * Records the run on the surface from its start to its end, at the chosen pace, and saves it. Resolves with the file's name; with what was recorded so far
 * where the workspace's recording is stopped, by hand or by a look at another view. The run is then where it was before.
 * @param progress is told the share of the run that is recorded
 */
export async function saveVideo(source: ExportSource, progress: (share: number) => void): Promise<string> {
  const { workspace } = source;
  const { session, pace, view } = workspace;
  const { run, plan } = runOf(source);
  const { step: before } = run;
  const { playing } = session.player;
  const map = await surfaceMap(source);
  session.player.pause();
  const { signal } = workspace.beginRecording();
  try {
    await session.scrub(0);
    const composer = await SurfaceComposer.create(map, 1);
    const paper = paperOf(map);
    const ratio = { from: composer.ratio, to: composer.ratio };
    const shot = async () => captioned(await composer.picture(), captionText(plan, run.step), paper, ratio);
    const first = await shot();
    const canvas = document.createElement('canvas');
    // Encoders want even sizes.
    [canvas.width, canvas.height] = [first.width, first.height].map((length) => length - (length % 2));
    const context = contextOf(canvas);
    context.drawImage(first, 0, 0);
    const recording = new Recording(canvas);
    const each = stepsEach(pace, plan.steps);
    const began = performance.now();
    for (let picture = 1; !signal.aborted; picture = nextPicture(picture, performance.now() - began)) {
      recording.shoot();
      progress(run.step / plan.steps);
      if (run.step >= plan.steps) break;
      await session.scrub(Math.min(plan.steps, Math.round(picture * each)));
      if (session.run !== run) throw new Error(msg('The experiment changed while it was recorded. Record it again.'));
      const next = await shot().catch((error) => {
        // The surface goes where another view is looked at.
        if (!signal.aborted) throw error;
      });
      if (!next) break;
      context.drawImage(next, 0, 0);
      await after(began + (1000 * picture) / RATE - performance.now());
    }
    const end = run.step;
    await after(1000 * LAST);
    const name = exportName(plan.experiment, end, 'run', 'webm');
    saveFile(name, await recording.finish());
    if (workspace.view.tab !== 'surface') {
      workspace.notice({
        about: RECORDING,
        sentence: () =>
          msg(
            str`The recording of the surface ended at step ${formatCount(end)}, for another view was opened. It is saved as ${name}.`,
          ),
      });
    }
    return name;
  } finally {
    workspace.endRecording();
    if (workspace.view.tab === 'surface') workspace.look({ tab: view.tab });
    if (session.run === run) await session.scrub(before);
    session.release();
    if (playing) session.player.play();
  }
}

/** A video of what is on a canvas at each shot. */
class Recording {
  private readonly chunks: Blob[] = [];
  private readonly began = performance.now();
  private readonly track: CanvasCaptureMediaStreamTrack;
  private readonly recorder: MediaRecorder;

  constructor(canvas: HTMLCanvasElement) {
    const stream = canvas.captureStream(0);
    [this.track] = stream.getVideoTracks() as CanvasCaptureMediaStreamTrack[];
    this.recorder = new MediaRecorder(stream, { mimeType: kindOf(), videoBitsPerSecond: BITS });
    this.recorder.ondataavailable = ({ data }) => this.chunks.push(data);
    this.recorder.start(1000);
  }

  shoot(): void {
    this.track.requestFrame();
  }

  async finish(): Promise<Blob> {
    // The last picture once more: it is what tells how long the one before stays.
    this.shoot();
    const shown = performance.now() - this.began;
    await after(50);
    await new Promise((resolve) => {
      this.recorder.onstop = resolve;
      this.recorder.stop();
    });
    this.track.stop();
    if (this.chunks.every(({ size }) => size === 0))
      throw new Error(msg('The browser recorded nothing. Try another one.'));
    return await withDuration(new Blob(this.chunks, { type: 'video/webm' }), shown);
  }
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)));
