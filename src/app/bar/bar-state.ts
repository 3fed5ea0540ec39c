import type { DeviceInfo } from '../../engine/index.ts';
import type { Experiment } from '../../experiment/index.ts';
import type { Shelf } from '../files/shelf.ts';
import type { Language } from '../locale/languages.ts';
import { spokenLanguage } from '../locale/localization.ts';
import type { PageView } from '../view/page-view.ts';
import type { Workspace } from '../workspace.ts';

/** What the bar shows. */
export interface BarState {
  readonly experiment: Experiment;
  readonly view: PageView;
  /** Whether there is a run. */
  readonly ready: boolean;
  readonly preparing: boolean;
  readonly playing: boolean;
  readonly done: boolean;
  /** Whether a video of the run is being recorded. */
  readonly recording: boolean;
  readonly step: number;
  readonly steps: number;
  /** Trajectory steps a second. */
  readonly rate: number;
  readonly pace: number | null;
  /** The step of the lessons that was read last; null for none. */
  readonly lastLesson: string | null;
  readonly device: DeviceInfo | null;
  /** Why it is this device. */
  readonly reason: string;
  readonly moving: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** null where no experiments are kept, as on a page of others. */
  readonly shelf: Shelf | null;
  /** null where it is not for the page to choose. */
  readonly theme: 'light' | 'dark' | null;
  /** null where it is not for the page to choose. */
  readonly language: Language | null;
  readonly link: () => Promise<string>;
}

/** What the bar shows of a workspace. */
export function barState(workspace: Workspace, theme: 'light' | 'dark' | null): BarState {
  const { session, view, pace, canUndo, canRedo, place } = workspace;
  const { experiment, run, player } = session;
  return {
    experiment,
    view,
    ready: run !== null,
    preparing: session.preparing,
    playing: player.playing,
    done: run?.done ?? false,
    recording: workspace.recording !== null,
    step: run?.step ?? 0,
    steps: run?.plan.steps ?? experiment.steps,
    rate: run ? player.stepsPerSecond * run.plan.cells * run.plan.optimizers.length : 0,
    pace,
    lastLesson: workspace.preferences.lesson,
    device: run?.engine.device ?? null,
    reason: session.reason,
    moving: session.moving,
    canUndo,
    canRedo,
    shelf: place.shelf,
    theme,
    language: place.guest ? null : spokenLanguage(),
    link: () => place.linkTo(session.experiment, workspace.view),
  };
}
