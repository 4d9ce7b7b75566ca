/**
 * Parley's client without a page: the wire, the state that a person's client holds, and the session that keeps both
 * right over lost connections. What is not exported here is the app's own and may change.
 */
export { Cell, type Watched } from './cell';
export type * from './message/message';
export { decode } from './message/decode';
export { freshRef } from './message/ref';
export { type Browser, browserOf, NO_BROWSER } from './outbox/browser';
export { type Host, type Page as Turn, Session } from './session/session';
export { whyNot } from './socket/check';
export { type Link, Socket, socketUrl, type World, worldOf } from './socket/socket';
export { onWake } from './socket/wake';
export { apply } from './state/apply';
export type { Place } from './state/place';
export { EMPTY, type Entry, type Outgoing, type Room, roomAt, type Stage, type State } from './state/state';
