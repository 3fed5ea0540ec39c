import { msg, str } from '@lit/localize';
import type { Engine, Run } from '../engine/index.ts';
import type { EngineChoice } from '../experiment/index.ts';
import type { Chosen } from './choose-engine.ts';
import { translated } from './locale/translated.ts';
import { sentenceOf } from './parts/sentences.ts';

/** What a switch tells its owner. */
export interface SwitchEvents {
  /** Whether the run is on its way, or where it is, has changed. */
  changed(): void;
  /** The engine of a choice cannot be had, for this reason; the choice in force stays. */
  gaveUp(choice: EngineChoice, sentence: () => string, inForce: EngineChoice): void;
}

/** A choice as the first words of a sentence. */
function nameOf(choice: EngineChoice): string {
  if (choice === 'auto') return msg('The automatic choice');
  return choice === 'cpu' ? msg('The CPU engine') : 'WebGPU';
}

/** The choice of engine: which is in force, which the run is on its way to, and why that gives the engine that it gives. */
export class EngineSwitch {
  private inForce: EngineChoice = 'auto';
  private wanted: EngineChoice = 'auto';
  private readonly reasons = new WeakMap<Engine, () => string>();

  constructor(
    private readonly choose: (choice: EngineChoice) => Promise<Chosen>,
    private readonly events: SwitchEvents,
  ) {}

  /** Whether the run is on its way to another engine. */
  get moving(): boolean {
    return this.wanted !== this.inForce;
  }

  /** Why a run is on its engine. */
  reason(run: Run): string {
    return this.reasons.get(run.engine)?.() ?? '';
  }

  /** Opens the engine of a choice. */
  async open(choice: EngineChoice): Promise<Engine> {
    const { engine, reason } = await this.choose(choice);
    this.reasons.set(engine, reason);
    return engine;
  }

  /** The choice by which a new run is opened: this one, or the one in force where its engine cannot be had. */
  async reachable(choice: EngineChoice, old: Run | null): Promise<EngineChoice> {
    if (choice === this.inForce) return choice;
    try {
      await this.open(choice);
      return choice;
    } catch (error) {
      this.giveUp(choice, error, old);
      return this.inForce;
    }
  }

  /** From now on a choice is in force: a run follows it. */
  follow(choice: EngineChoice): void {
    this.inForce = choice;
    this.wanted = choice;
  }

  /** Moves a run to the engine of a choice, if it is not on its way there; `replaced` tells that another run has taken its place. */
  async move(run: Run, choice: EngineChoice, replaced: () => boolean): Promise<void> {
    if (choice === this.wanted) return;
    this.wanted = choice;
    this.events.changed();
    try {
      const moved = await run.move(() => this.open(choice));
      if (moved && !replaced()) this.follow(choice);
    } catch (error) {
      if (!replaced()) this.giveUp(choice, error, run);
    }
    this.events.changed();
  }

  private giveUp(choice: EngineChoice, error: unknown, run: Run | null): void {
    this.wanted = this.inForce;
    const device = run?.engine.device.name;
    const instead = () =>
      device === undefined ? msg('Another engine takes its place.') : msg(str`The run stays on ${translated(device)}.`);
    const sentence = () => msg(str`${nameOf(choice)} cannot be used here. ${sentenceOf(error)} ${instead()}`);
    this.events.gaveUp(choice, sentence, this.inForce);
  }
}
