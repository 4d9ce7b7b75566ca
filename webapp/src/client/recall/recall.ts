import { RoomId } from '../message/message';
import { Kept, RoomCopy, SelfCopy } from './copy';

/** What has changed of what is kept. */
export interface Change {
  readonly self?: SelfCopy;
  readonly rooms: readonly RoomCopy[];
  /** Those of them of which all that is held is new, whatever lies there. */
  readonly afresh: ReadonlySet<RoomId>;
  /** The only rooms that are kept from now on; nothing while the server can't be asked which they are. */
  readonly only?: ReadonlySet<RoomId>;
}

/** Where a browser keeps one person's rooms for its next start. All their tabs write the same. */
export interface Recall {
  /** Tells what is kept; nothing, where nothing is or it can't be read. */
  read(done: (kept: Kept | undefined) => void): void;
  /** Keeps what has changed, in one step that no other tab's comes between, as far as the browser can. */
  write(change: Change): void;
  /** Nobody will need it again. It is to be empty. */
  discard(): void;
  /** This tab needs it no more. */
  close(): void;
}
