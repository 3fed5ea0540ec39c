import { type DeviceInfo, type Engine, Run } from '../engine/index.ts';
import { BadExperiment, type EngineChoice, type Experiment, type Plan, planExperiment } from '../experiment/index.ts';
import { FormulaError } from '../formula/index.ts';
import type { Chosen } from './choose-engine.ts';
import { type Edit, withField } from './edits.ts';
import { EngineSwitch } from './engine-switch.ts';
import type { Notice } from './notices.ts';
import { sentenceOf } from './parts/sentences.ts';
import { Player } from './player.ts';

/** The control of edits that no control on the page makes. */
export const LINK = 'link';
/** The control that chooses the engine. */
export const ENGINE = 'engine';

/** Time in ms from which on the building of a run is worth a word. */
const SLOW = 200;

/** What else notices are about. */
const CHANGE = 'change';
const RUN = 'run';
const LOSS = 'loss';

/** What a session tells its owner. */
export interface SessionEvents {
  /** Something that is shown has changed. */
  changed(): void;
  /** An experiment was taken over: it runs from now on. */
  adopted(experiment: Experiment): void;
  /** Something to complain of. */
  notice(notice: Notice): void;
  /** What was complained of holds no more. */
  resolved(about: string): void;
}

/**
 * One experiment on one engine: takes edits, replans at most once a frame, hands the plan's numbers to the run under
 * way, moves it to the engine that is wanted, and starts another where the plan's structure differs. What cannot be run
 * is refused with its reason; the last good experiment stays.
 */
export class Session {
  /** The experiment as edited; what runs follows when it is built. */
  experiment: Experiment;
  /** The plan that runs; null before the first. */
  plan: Plan | null = null;
  /** Why the last edit of a control was refused, by the control's name. */
  problems: ReadonlyMap<string, Error> = new Map();
  readonly player: Player;

  private readonly touched = new Set<string>();
  private frame = 0;
  /** The newest plan made; it runs unless it is refused. */
  private planned: Plan | null = null;
  /** A plan that came while another was being built. */
  private waiting: Plan | null = null;
  private starting = false;
  /** Whether the run that is being built takes so long that this is worth a word. */
  private slow = false;
  /** Step at which the run under way last took over other numbers; null where it has had the same all along. */
  private changedAt: number | null = null;
  /** Whether nothing runs here: experiments are then edited and kept, no more. */
  private stuck = false;
  private readonly engines: EngineSwitch;
  private readonly watched = new WeakSet<Engine>();

  constructor(
    experiment: Experiment,
    choose: (choice: EngineChoice) => Promise<Chosen>,
    private readonly events: SessionEvents,
  ) {
    this.experiment = experiment;
    this.player = new Player({
      moved: () => {
        if (this.player.playing) events.resolved(RUN);
        events.changed();
      },
      failed: (error) => this.fail(error),
    });
    this.engines = new EngineSwitch(choose, {
      changed: () => {
        this.watch();
        events.changed();
      },
      gaveUp: (choice, sentence, inForce) => {
        if (this.experiment.engine === choice) this.edit(ENGINE, withField('engine', inForce));
        events.notice({ about: ENGINE, sentence });
      },
    });
  }

  get run(): Run | null {
    return this.player.run;
  }
  /** Step from which the run goes by other numbers than before; null where its whole history was made by the present ones. */
  get mixedFrom(): number | null {
    if (this.changedAt !== null && (this.run?.step ?? 0) < this.changedAt) this.changedAt = null;
    return this.changedAt;
  }
  /** Whether a run is on its way, and that takes a while. */
  get preparing(): boolean {
    return this.slow;
  }
  /** Why the run is on the engine that it is on. */
  get reason(): string {
    return this.run ? this.engines.reason(this.run) : '';
  }
  /** Whether the run is on its way to another engine. */
  get moving(): boolean {
    return this.engines.moving;
  }

  /** Starts the first run. Throws what keeps the page from running at all. */
  async start(play: boolean): Promise<void> {
    const plan = planExperiment(this.experiment);
    this.experiment = plan.experiment;
    this.plan = plan;
    try {
      await this.take(plan, play);
    } catch (error) {
      this.stuck = true;
      throw error;
    }
    this.stuck = false;
  }

  /** Changes the experiment from the next frame on; `control` is told where the change is refused. */
  edit(control: string, change: Edit): void {
    if (control === LINK) this.problems = new Map();
    else if (this.problems.has(control)) {
      this.problems = new Map([...this.problems].filter(([name]) => name !== control));
    }
    this.touched.add(control);
    // Another engine is asked for: what was said of the last one that was is no answer to that.
    if (control === ENGINE || control === LINK) this.events.resolved(ENGINE);
    try {
      this.experiment = change(this.experiment);
    } catch (error) {
      this.refuse(error);
    }
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      void this.replan();
    });
    this.events.changed();
  }

  private async replan(): Promise<void> {
    if (this.experiment === this.planned?.experiment) return;
    try {
      const plan = planExperiment(this.experiment);
      this.experiment = plan.experiment;
      if (this.stuck) this.adopt(plan);
      else await this.take(plan, true);
      this.events.resolved(LINK);
      this.events.resolved(CHANGE);
    } catch (error) {
      this.waiting = null;
      this.refuse(error);
    }
  }

  /** Runs a plan, and then the newest that came meanwhile. */
  private async take(plan: Plan, play: boolean): Promise<void> {
    this.planned = plan;
    this.waiting = plan;
    if (this.starting) return;
    while (this.waiting) {
      const next: Plan = this.waiting;
      this.waiting = null;
      if (this.retune(next)) this.move(next.experiment.engine);
      else await this.begin(next, play);
    }
  }

  /** Hands a plan's numbers to the run under way; false where it needs a run of its own. */
  private retune(plan: Plan): boolean {
    const { run } = this;
    if (!run || !this.plan) return false;
    if (differOnlyInEngine(plan.experiment, this.plan.experiment)) {
      this.adopt(plan);
      return true;
    }
    const ended = run.done;
    const { step } = run;
    if (!run.retune(plan)) return false;
    if (step > 0 && !ended) this.changedAt = step;
    this.adopt(plan);
    // At its end a run would show nothing of the change.
    if (ended && run.done) this.player.reset();
    if (ended) this.player.play();
    return true;
  }

  private async begin(plan: Plan, play: boolean): Promise<void> {
    this.starting = true;
    const slow = setTimeout(() => {
      this.slow = true;
      this.events.changed();
    }, SLOW);
    try {
      const old = this.run;
      const choice = await this.engines.reachable(plan.experiment.engine, old);
      const run = await Run.start(() => this.engines.open(choice), plan, {
        measured: () => this.events.changed(),
        resumed: (step, reason, lost) => this.resumed(step, reason, lost),
      });
      // The measurement of its start follows all that building it takes.
      await run.finished();
      this.events.resolved(RUN);
      this.engines.follow(choice);
      this.changedAt = null;
      this.player.take(run).then(() => old?.destroy());
      this.watch();
      this.adopt(plan);
      if (play) this.player.play();
    } finally {
      clearTimeout(slow);
      this.slow = false;
      this.starting = false;
      this.events.changed();
    }
  }

  private move(choice: EngineChoice): void {
    const { run } = this;
    if (run) void this.engines.move(run, choice, () => run !== this.run);
  }

  private resumed(step: number, reason: string, lost: DeviceInfo): void {
    const what = lost.engine === 'cpu' ? 'CPU engine' : 'graphics device';
    const why = reason.replace(/\.$/, '');
    this.events.notice({
      about: LOSS,
      sentence: `The ${what} was lost (${why}). The run goes on from step ${step}.`,
    });
    this.watch();
  }

  /** A run at rest would notice a lost device only when it is asked to move. */
  private watch(): void {
    const engine = this.run?.engine;
    if (!engine || this.watched.has(engine)) return;
    this.watched.add(engine);
    engine.lost.then(async () => {
      const { run } = this;
      if (run?.engine === engine && !this.player.playing) await run.tick(0, 0).catch((error) => this.fail(error));
      this.events.changed();
    });
  }

  private adopt(plan: Plan): void {
    this.plan = plan;
    this.touched.clear();
    // A plan that is superseded already would put an old experiment in the address for a moment.
    if (!this.waiting && plan === this.planned) this.events.adopted(plan.experiment);
    this.events.changed();
  }

  private refuse(error: unknown): void {
    if (this.plan) this.experiment = this.plan.experiment;
    this.planned = this.plan;
    if (error instanceof BadExperiment || error instanceof FormulaError) {
      const found = [...this.touched].map((control) => [control, error] as const);
      this.problems = new Map([...this.problems, ...found]);
      const sentence = `This experiment cannot run. ${sentenceOf(error)}`;
      if (this.touched.has(LINK)) this.events.notice({ about: LINK, sentence });
    } else {
      this.events.notice({ about: CHANGE, sentence: `This change cannot be made. ${sentenceOf(error)}` });
    }
    this.touched.clear();
    this.events.changed();
  }

  private fail(error: unknown): void {
    this.events.notice({ about: RUN, sentence: `The run stopped. ${sentenceOf(error)}` });
  }
}

function differOnlyInEngine(a: Experiment, b: Experiment): boolean {
  return a.engine !== b.engine && JSON.stringify({ ...a, engine: b.engine }) === JSON.stringify(b);
}
