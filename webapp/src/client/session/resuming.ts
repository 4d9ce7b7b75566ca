import { Access } from './access';

/** A room that went on by more entries than this is begun anew, at its newest, in place of telling them all. */
const FAR = 1_000;

/** Has the server tell what was missed: after a new connection, and where a hole is noticed. Single-threaded. */
export class Resuming {
  constructor(private readonly access: Access) {}

  /** Tells the server how far each room has been heard: it answers for every room that the person is in. */
  resume(): void {
    const { rooms, notes } = this.access.state();
    this.access.send({
      type: 'resume',
      positions: [...rooms.values()].flatMap(({ id, position, end }) =>
        position && end - position.seq <= FAR ? [{ room: id, ...position }] : [],
      ),
      ...(notes.position ? { notes: notes.position } : {}),
    });
  }

  /** Asks once for what is missing. */
  mend(): void {
    const torn = [...this.access.state().rooms.values()].filter(({ hole }) => hole === 'noticed');
    if (torn.length) {
      this.access.change((state) => ({
        ...state,
        rooms: new Map([
          ...state.rooms,
          ...torn.map((room) => [room.id, { ...room, hole: 'asked' as const }] as const),
        ]),
      }));
      this.resume();
    }
  }
}
