import { type Experiment, type ExperimentInput, readExperiment } from '../../experiment/index.ts';
import { type LessonWords, placeOf, type StepPlace } from '../../lessons/index.ts';
import { changedFields, type PageView, readView } from '../view/page-view.ts';

/** What a step of a lesson opens. */
export interface StepSetting {
  readonly experiment: ExperimentInput;
  readonly view: PageView;
  /** Steps a second; null for full speed, undefined for as many as the reader likes. */
  readonly pace: number | null | undefined;
}

/** A step that is read. */
export interface Reading {
  /** Its name. */
  readonly place: string;
  /** Its pace, where its experiment is open as it was set; else undefined. */
  readonly pace: number | null | undefined;
}

/** What a step opens, the lessons standing beside it; optimizers are called as the lesson's words call them. */
export function settingOf({ lesson, index, step }: StepPlace, { labels = {} }: LessonWords): StepSetting {
  const view = readView({ ...step.view, lesson: placeOf(lesson, index) });
  const optimizers = step.experiment.optimizers.map((optimizer) => {
    const { label } = optimizer;
    return label !== undefined && Object.hasOwn(labels, label) ? { ...optimizer, label: labels[label] } : optimizer;
  });
  return { experiment: { ...step.experiment, optimizers }, view, pace: step.pace };
}

/** Whether an experiment is a step's; the machine that computes it counts for nothing. */
export function isExperimentOf(setting: StepSetting, experiment: Experiment): boolean {
  const own = { ...readExperiment(setting.experiment), engine: experiment.engine };
  return JSON.stringify(own) === JSON.stringify(experiment);
}

/** Whether an experiment and a view are as a step sets them. */
export function isAsSet(setting: StepSetting, experiment: Experiment, view: PageView): boolean {
  const fields = (each: PageView) => JSON.stringify(changedFields(each));
  return fields(setting.view) === fields(view) && isExperimentOf(setting, experiment);
}
