import { ClientMessage } from '../message/message';
import { State } from '../state/state';

/** What the parts of the store need of it. */
export interface Access {
  readonly state: () => State;
  /** Whether the connection that stands takes requests. */
  readonly isReady: () => boolean;
  change(by: (state: State) => State): void;
  send(message: ClientMessage): void;
}
