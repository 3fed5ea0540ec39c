import { msg, str } from '@lit/localize';
import { Run } from '../engine/index.ts';
import type { EngineChoice, Experiment, Plan } from '../experiment/index.ts';
import type { Chosen } from './choose-engine.ts';
import { type Edit, withField } from './edits.ts';
import { EngineSwitch } from './engine-switch.ts';
import { spokenPlan } from './locale/spoken-plan.ts';
import { LossWatch } from './loss-watch.ts';
import { FormulaMinima } from './minima/formula-minima.ts';
import { withKnownMinima } from './minima/known-minima.ts';
import type { Notice } from './notices.ts';
import { sentenceOf } from './parts/sentences.ts';
import { Player } from './player.ts';
import { CHANGE, LINK, Refusals, replacesAll } from './refusals.ts';
import type { SessionEvents } from './session-events.ts';

/** The control that chooses the engine. */
export const ENGINE = 'engine';

/** Time in ms from which on the building of a run is worth a word. */
const SLOW = 200;

/** What else notices are about. */
const RUN = 'run';

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
  /** The first run while it is measured for the first time. */
  coming: Run | null = null;
  readonly player: Player;

  /** Resolves when the first run is built, or could not be. */
  readonly built: Promise<void>;
  private tellBuilt!: () => void;

  private readonly refusals = new Refusals();
  private frame = 0;
  /** The newest plan made; it runs unless it is refused. */
  private planned: Plan | null = null;
  /** A plan that came while another was being built. */
  private waiting: Plan | null = null;
  /** Experiments that were planned and never shown, for others came while a run was being built. */
  private passed: Experiment[] = [];
  private starting = false;
  /** Whether the run that is being built takes so long that this is worth a word. */
  private slow = false;
  /** Step at which the run under way last took over other numbers; null where it has had the same all along. */
  private changedAt: number | null = null;
  /** Whether nothing runs here: experiments are then edited and kept, no more. */
  private stuck = false;
  private ended = false;
  private readonly engines: EngineSwitch;
  private readonly losses: LossWatch;
  private readonly minima = new FormulaMinima(() => this.know());

  constructor(
    experiment: Experiment,
    choose: (choice: EngineChoice) => Promise<Chosen>,
    private readonly events: SessionEvents,
  ) {
    this.experiment = experiment;
    this.built = new Promise((resolve) => {
      this.tellBuilt = resolve;
    });
    this.player = new Player({
      moved: () => {
        if (this.player.playing) events.resolved(RUN);
        events.changed();
      },
      failed: (error) => this.fail(error),
    });
    this.losses = new LossWatch(this.player, { ...events, failed: (error) => this.fail(error) });
    this.engines = new EngineSwitch(choose, {
      changed: () => {
        this.losses.watch();
        events.changed();
      },
      gaveUp: (choice, sentence, inForce) => {
        if (this.experiment.engine === choice) this.edit(ENGINE, withField('engine', inForce));
        events.notice({ about: ENGINE, sentence });
      },
    });
  }

  /** Why the last edit of a control was refused, by the control's name. */
  get problems(): ReadonlyMap<string, Error> {
    return this.refusals.problems;
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
    const plan = planned(this.experiment);
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
    this.refusals.touch(control);
    // Another engine is asked for: what was said of the last one that was is no answer to that.
    if (control === ENGINE || replacesAll(control)) this.events.resolved(ENGINE);
    try {
      this.experiment = change(this.experiment);
    } catch (error) {
      this.refuseEdits(error);
    }
    // At once, so that the coming frame shows it; what else comes before that frame goes with it.
    if (!this.frame) queueMicrotask(() => void this.replan());
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      void this.replan();
    });
    this.events.changed();
  }

  /** Goes to a step, backwards too, and stands there until `release`. */
  async scrub(step: number): Promise<void> {
    // What is behind is made again by the present numbers.
    if (this.run && step < this.run.step) this.changedAt = null;
    await this.player.scrub(step);
  }

  /** The step is found: goes on from there if it was playing before. */
  release(): void {
    this.player.release();
  }

  /** Ends the run and takes no more edits; engines stay open for other sessions. */
  destroy(): void {
    this.ended = true;
    this.minima.stop();
    cancelAnimationFrame(this.frame);
    this.player.pause();
    this.run?.destroy();
  }

  private async replan(): Promise<void> {
    if (this.experiment === this.planned?.experiment) {
      this.refusals.plan();
      return;
    }
    let plan: Plan;
    try {
      plan = planned(this.experiment);
    } catch (error) {
      this.refuseEdits(error);
      return;
    }
    this.refusals.plan();
    this.experiment = plan.experiment;
    try {
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
    if (this.starting && this.planned && !this.refusals.goesBack) this.passed.push(this.planned.experiment);
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
    if (!ended) void this.player.hasten();
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
        resumed: (step, reason, lost) => this.losses.resumed(step, reason, lost),
      });
      if (!old) this.coming = run;
      this.tellBuilt();
      this.events.changed();
      // The measurement of its start follows all that building it takes.
      await run.finished();
      if (this.ended) {
        run.destroy();
        return;
      }
      this.events.resolved(RUN);
      this.engines.follow(choice);
      this.changedAt = null;
      this.player.take(run).then(() => old?.destroy());
      this.losses.watch();
      this.adopt(plan);
      if (play) this.player.play();
    } finally {
      clearTimeout(slow);
      this.coming = null;
      this.tellBuilt();
      this.slow = false;
      this.starting = false;
      this.events.changed();
    }
  }

  private move(choice: EngineChoice): void {
    const { run } = this;
    if (run) void this.engines.move(run, choice, () => run !== this.run);
  }

  private adopt(plan: Plan): void {
    this.plan = plan;
    const control = this.waiting ? null : this.refusals.accept();
    // A plan that is superseded already would put an old experiment in the address for a moment.
    if (!this.waiting && plan === this.planned) {
      const { passed } = this;
      this.passed = [];
      this.events.adopted(plan.experiment, control, passed);
    }
    this.know();
    this.events.changed();
  }

  /** Takes over what is known by now of the formula that runs, or has it looked for. */
  private know(): void {
    const { plan, run } = this;
    if (!plan || !run || this.ended) return;
    this.minima.follow(plan.objective);
    const better = withKnownMinima(plan);
    if (better === plan) return;
    run.know(better);
    if (this.planned === plan) this.planned = better;
    this.plan = better;
    this.events.changed();
  }

  /** What was edited last makes no plan; one that was made before and waits for its run is none the worse for it. */
  private refuseEdits(error: unknown): void {
    const last = this.starting ? this.planned : this.plan;
    if (last) this.experiment = last.experiment;
    this.tell(this.refusals.refuseEdits(error));
  }

  /** A plan cannot be run. */
  private refuse(error: unknown): void {
    if (this.plan) this.experiment = this.plan.experiment;
    this.planned = this.plan;
    this.passed = [];
    this.tell(this.refusals.refuse(error));
  }

  private tell(notice: Notice | null): void {
    if (notice) this.events.notice(notice);
    this.events.changed();
  }

  private fail(error: unknown): void {
    this.events.notice({ about: RUN, sentence: () => msg(str`The run stopped. ${sentenceOf(error)}`) });
  }
}

/** A plan for the page, with what was found of its formula before. */
const planned = (experiment: Experiment) => withKnownMinima(spokenPlan(experiment));

function differOnlyInEngine(a: Experiment, b: Experiment): boolean {
  return a.engine !== b.engine && JSON.stringify({ ...a, engine: b.engine }) === JSON.stringify(b);
}
