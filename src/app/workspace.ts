import { msg, str } from '@lit/localize';
import { BadExperiment, type EngineChoice, type Experiment } from '../experiment/index.ts';
import type { KeyCommand } from './bar/keys.ts';
import { type Chosen, NoEngine } from './choose-engine.ts';
import { readExperimentFile } from './files/experiment-file.ts';
import { isTable } from './files/is-table.ts';
import type { LeastLossWatch } from './minima/least-loss-watch.ts';
import { networkOf } from './networks/network-of.ts';
import { type Notice, withNotice, withoutNotices } from './notices.ts';
import { inRow, sentenceOf } from './parts/sentences.ts';
import type { Place, Wish } from './place/place.ts';
import type { Preferences } from './preferences.ts';
import { LINK, UNDO } from './refusals.ts';
import { Session } from './session.ts';
import { STARTER } from './starter.ts';
import { UndoList } from './undo.ts';
import { CellsReader } from './view/cells-reader.ts';
import { fittedView, surfaceOf } from './view/fitted-view.ts';
import { FIRST_VIEW, type PageView, type Tab } from './view/page-view.ts';

/** Tabs that train networks of their own, on the engine of the run. */
const OWN_WORK: ReadonlySet<Tab> = new Set(['trainability', 'ratio']);

/** A surface that no plan has: that of an experiment that is on its way. */
const COMING = '';

/** What notices of files are about. */
const FILE = 'file';

/** Two sentences in a row. */
const inFull = (first: () => string, second: () => string) => () => inRow([first(), second()]);

const instead = () => msg('The page shows its first experiment instead.');
const stays = () => msg('What was shown before is shown still.');

/** What the page works on: the experiment and its run, the way back through its changes, what is looked at, what there is to complain of. */
export class Workspace {
  notices: readonly Notice[] = [];
  /** Why nothing can run here; null where something can. */
  hindrance: NoEngine | null = null;
  preferences: Preferences;
  /** Whether it is known what to open with. */
  opened = false;
  /** Which press of a finger or a mouse button is under way: what a control changes under one is one step of the way back. Null for none. */
  gesture: number | null = null;
  /** Stops the recording of a video that is under way; null where none is. */
  recording: AbortController | null = null;
  readonly session: Session;
  /** The cells of all optimizers, where a view reads them. */
  readonly reader: CellsReader;
  /** Whether a least loss that was typed is one; null before a formula of one's own has run. */
  least: LeastLossWatch | null = null;
  private leastComing: Promise<void> | null = null;

  private readonly edits = new UndoList();
  /** What is looked at, as it was asked for. */
  private wanted: PageView = FIRST_VIEW;
  /** The surface that its part in sight is of, and its launch: `COMING`, or as `surfaceOf` tells it; null before there is any. */
  private surface: string | null = null;
  /** The same as the experiment has it, and what that was made from. */
  private fitted: { readonly made: readonly unknown[]; readonly view: PageView } | null = null;
  /** The pace at which the experiment that was opened is shown best; undefined where it has none. */
  private ownPace: number | null | undefined;
  private readonly ended = new AbortController();

  /**
   * @param choose opens the engine of a choice
   * @param changed is called whenever something that is shown has changed
   */
  constructor(
    readonly place: Place,
    choose: (choice: EngineChoice) => Promise<Chosen>,
    private readonly changed: () => void,
  ) {
    this.preferences = place.preferences;
    this.session = new Session(STARTER, choose, {
      changed,
      adopted: (experiment, control, passed) => {
        for (const each of [...passed, experiment]) this.edits.note(each, control, this.gesture);
        if (!this.surface && this.session.plan) this.surface = surfaceOf(this.session.plan);
        place.show(experiment, this.view);
      },
      notice: (notice) => this.notice(notice),
      resolved: (about) => this.resolved(about),
    });
    this.reader = new CellsReader({ changed, failed: (error) => this.unexpected(error) });
    this.session.player.pace = this.pace;
  }

  /** To be called whenever a run may have come on. What looks whether a typed least loss is one comes with the first formula. */
  followLeast(): void {
    const { run } = this.session;
    if (run?.plan.objective.name !== 'typed') return;
    this.least?.follow(run);
    this.leastComing ??= import('./minima/least-loss-watch.ts').then(
      ({ LeastLossWatch }) => {
        this.least = new LeastLossWatch(this.changed);
        this.changed();
      },
      (error) => this.unexpected(error),
    );
  }

  /** What is looked at, as far as the experiment has it. */
  get view(): PageView {
    const { wanted, fitted, surface } = this;
    const { plan } = this.session;
    if (!plan) return wanted;
    const made = [wanted, plan, surface];
    if (fitted && made.every((each, i) => each === fitted.made[i])) return fitted.view;
    const next = fittedView(wanted, plan, surface);
    // The same object while nothing changes: what is given it is drawn anew for another one.
    const view = fitted && JSON.stringify(next) === JSON.stringify(fitted.view) ? fitted.view : next;
    this.fitted = { made, view };
    return view;
  }
  /** Steps a second at which the run is shown; null for as many as the device makes. */
  get pace(): number | null {
    return this.ownPace === undefined ? this.preferences.pace : this.ownPace;
  }
  get canUndo(): boolean {
    return this.edits.canUndo;
  }
  get canRedo(): boolean {
    return this.edits.canRedo;
  }

  /** Opens what the place wants, or the first experiment. */
  async start(play: boolean): Promise<void> {
    const { session, place } = this;
    const wish = await place.opening();
    if (this.ended.signal.aborted) return;
    this.wanted = wish.view;
    if (wish.experiment) session.experiment = wish.experiment;
    if (wish.problem) {
      this.notice({ about: LINK, sentence: inFull(wish.problem, instead) });
      place.show(session.experiment, this.view, true);
    }
    this.opened = true;
    this.changed();
    place.listen((later) => this.follow(later), this.ended.signal);
    try {
      this.turnTo(this.wanted.tab);
      await session.start(play).catch((error) => {
        if (!(error instanceof BadExperiment)) throw error;
        this.notice({
          about: LINK,
          sentence: () => msg(str`This experiment cannot run. ${sentenceOf(error)} ${instead()}`),
        });
        session.experiment = STARTER;
        return session.start(play);
      });
    } catch (error) {
      if (error instanceof NoEngine) this.hindrance = error;
      else this.unexpected(error);
    }
    this.changed();
  }

  /** Shows another experiment from now on, at a pace of its own where that is given. */
  open(experiment: Experiment, view: PageView = FIRST_VIEW, pace?: number | null): void {
    this.wanted = view;
    if (this.session.plan) this.surface = COMING;
    this.ownPace = pace;
    this.session.player.pace = this.pace;
    this.turnTo(view.tab);
    this.resolved(FILE);
    this.session.edit(LINK, () => experiment);
  }

  /** Shows an experiment from its first step on, where the run under way could take its numbers over too. */
  begin(experiment: Experiment, view: PageView, pace?: number | null): void {
    const { player } = this.session;
    player.reset();
    this.open(experiment, view, pace);
    player.play();
  }

  /** Shows what is open at a pace of its own. */
  paceAt(pace: number | null): void {
    this.ownPace = pace;
    this.session.player.pace = this.pace;
    this.changed();
  }

  /** Opens the experiment in a file, or has the present one learn from the table in it, or says why it cannot. */
  async openFile(file: File): Promise<void> {
    try {
      if (isTable(file)) await this.openTable(file);
      else this.open(await readExperimentFile(file));
    } catch (error) {
      this.notice({ about: FILE, sentence: () => sentenceOf(error) });
    }
  }

  private async openTable(file: File): Promise<void> {
    const { plan } = this.session;
    if (!plan) return;
    const { withTableFile } = await import('./networks/table-edit.ts');
    const change = await withTableFile(file, plan);
    this.resolved(FILE);
    this.session.edit('objective', change);
    if (networkOf(this.session.experiment.objective)) this.look({ tab: 'maps', quantity: 'loss' });
  }

  /** Has runs rest while a tab is looked at that has work of its own, and go on afterwards. */
  private turnTo(tab: Tab): void {
    this.session.player.rest(OWN_WORK.has(tab));
  }

  /** Changes what is looked at. */
  look(change: Partial<PageView>): void {
    const { plan } = this.session;
    // What is of another plan is kept: that may be on its way.
    const { sight, launched, zooms } = this.wanted;
    this.wanted = { ...this.view, sight, launched, zooms, ...change };
    if (plan && (change.sight || change.launched)) this.surface = surfaceOf(plan);
    if (change.tab) this.turnTo(change.tab);
    if (this.view.tab !== 'surface') this.recording?.abort();
    if (plan) this.place.show(plan.experiment, this.view);
    this.changed();
  }

  prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    if (change.pace !== undefined) this.ownPace = undefined;
    this.session.player.pace = this.pace;
    this.place.keep(this.preferences);
    this.changed();
  }

  /** From now on the run is a recording's: commands of the run wait, or stop it. */
  beginRecording(): AbortController {
    this.recording = new AbortController();
    this.changed();
    return this.recording;
  }

  endRecording(): void {
    this.recording = null;
    this.changed();
  }

  command(command: KeyCommand): void {
    const { session } = this;
    const { player, run } = session;
    if (command === 'undo' || command === 'redo') {
      const next = this.edits[command]();
      if (next) session.edit(UNDO, () => next);
      return;
    }
    if (!run) return;
    if (this.recording) {
      if (command === 'toggle') this.recording.abort();
      return;
    }
    if (command === 'step') void player.step();
    else if (command === 'reset') player.reset();
    else if (player.playing) player.pause();
    else {
      if (run.done) player.reset();
      player.rest(false);
      player.play();
    }
  }

  resolved(about: string): void {
    this.notices = withoutNotices(this.notices, about);
    this.changed();
  }

  /** What is complained of is told anew: sentences have come for it. */
  tellAgain(): void {
    this.notices = [...this.notices];
    this.changed();
  }

  notice(notice: Notice): void {
    this.notices = withNotice(this.notices, notice);
    this.changed();
  }

  /** Tells of an error that nobody has thought of. */
  unexpected(error: unknown): void {
    const reason = sentenceOf(error);
    // The browser's word that a layout takes two rounds: harmless.
    if (reason.startsWith('ResizeObserver loop')) return;
    this.notice({
      about: reason,
      sentence: () => msg(str`Something went wrong. ${reason} Reloading the page may help.`),
    });
  }

  /** Ends everything that goes on. */
  destroy(): void {
    this.ended.abort();
    this.session.destroy();
    this.reader.follow(null, false);
  }

  private follow(wish: Wish): void {
    if (wish.problem) {
      this.notice({ about: LINK, sentence: inFull(wish.problem, this.session.run ? stays : instead) });
      this.place.show(this.session.plan?.experiment ?? this.session.experiment, this.view, true);
    } else if (wish.experiment) this.open(wish.experiment, wish.view);
    else this.look(wish.view);
  }
}
