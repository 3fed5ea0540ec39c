import { msg, str } from '@lit/localize';
import type { DeviceInfo, Engine } from '../engine/index.ts';
import { translated } from './locale/translated.ts';
import type { Notice } from './notices.ts';
import type { Player } from './player.ts';

const LOSS = 'loss';

/** What a watch tells its owner. */
export interface LossEvents {
  changed(): void;
  notice(notice: Notice): void;
  /** The run cannot go on. */
  failed(error: unknown): void;
}

/** Looks out for the loss of the engine that a run is on, and tells of it. */
export class LossWatch {
  private readonly watched = new WeakSet<Engine>();

  constructor(
    private readonly player: Player,
    private readonly events: LossEvents,
  ) {}

  /** Looks out for the present engine, too: a run at rest would notice its loss only when it is asked to move. */
  watch(): void {
    const { player, events } = this;
    const engine = player.run?.engine;
    if (!engine || this.watched.has(engine)) return;
    this.watched.add(engine);
    engine.lost.then(async () => {
      const { run } = player;
      if (run?.engine === engine && !player.playing) await run.tick(0, 0).catch(events.failed);
      events.changed();
    });
  }

  /** Tells that a run goes on at a step after the loss of an engine. */
  resumed(step: number, reason: string, lost: DeviceInfo): void {
    const sentence = () => {
      const why = translated(reason.replace(/\.$/, ''));
      return lost.engine === 'cpu'
        ? msg(str`The CPU engine was lost (${why}). The run goes on from step ${step}.`)
        : msg(str`The graphics device was lost (${why}). The run goes on from step ${step}.`);
    };
    this.events.notice({ about: LOSS, sentence });
    this.watch();
  }
}
