import { Verb } from './may';

/** What a key does to the message where the keyboard is. Who presses them and who reads of them is told by this table alone. */
export const MESSAGE_KEYS: readonly {
  readonly key: string;
  readonly verb: Verb;
  readonly does: 'replyKey' | 'reactKey' | 'editKey';
}[] = [
  { key: 'r', verb: 'reply', does: 'replyKey' },
  { key: '+', verb: 'react', does: 'reactKey' },
  { key: 'e', verb: 'edit', does: 'editKey' },
];
