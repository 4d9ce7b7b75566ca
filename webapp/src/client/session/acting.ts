import { Refused, RoomId } from '../message/message';
import { freshRef } from '../message/ref';
import { World } from '../socket/socket';
import { Access } from './access';
import { Act, actStaged, begun, Deed, due, frameOf, withoutAct } from '../state/acts';

/**
 * Sees to what somebody does to messages until the server has it. Unlike what is said, it is in this tab's memory: if
 * the tab goes, so does what is not stored yet. Single-threaded.
 */
export class Acting {
  constructor(
    private readonly world: Pick<World, 'clock' | 'wall'>,
    private readonly access: Access,
  ) {}

  act(room: RoomId, target: number, deed: Deed): void {
    const at = new Date(this.world.wall()).toISOString();
    const act: Act = { ref: freshRef(), room, target, deed, at, stage: { is: 'waiting' } };
    this.change((acts) => begun(acts, act));
    this.tend();
  }

  /** Nobody needs what was refused any more. */
  discard(ref: string): void {
    this.change((acts) => withoutAct(acts, ref));
  }

  /** Sends what can be sent. */
  tend(): void {
    if (this.access.isReady()) {
      for (const act of due(this.access.state().acts)) {
        this.change((acts) => actStaged(acts, act.ref, { is: 'sent' }));
        this.access.send(frameOf(act));
      }
    }
  }

  /** What was refused for now is sent again, later. */
  heard(refusals: readonly Refused[]): void {
    for (const { ref } of refusals) {
      const held = this.access.state().acts.find((act) => act.ref === ref);
      if (held?.stage.is === 'held') {
        this.world.clock.after(held.stage.ms, () => {
          this.change((acts) => (acts.includes(held) ? actStaged(acts, held.ref, { is: 'waiting' }) : acts));
          this.tend();
        });
      }
    }
    this.tend();
  }

  private change(by: (acts: readonly Act[]) => readonly Act[]): void {
    this.access.change((state) => ({ ...state, acts: by(state.acts) }));
  }
}
