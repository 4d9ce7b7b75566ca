import { nameTyped, Place } from 'parley-client/state/place';
import { Command, COMMANDS } from './commands';

/** What somebody wants who has written something. */
export type Order =
  | { readonly is: 'say'; readonly text: string }
  | { readonly is: 'join'; readonly place: Place }
  | { readonly is: 'leave' }
  | { readonly is: 'topic'; readonly text: string }
  | { readonly is: 'invite'; readonly person: Place }
  | { readonly is: 'dm'; readonly person: Place; readonly text: string }
  | { readonly is: 'help' }
  /** There is no such command. */
  | { readonly is: 'unknown'; readonly word: string }
  /** It does not say what is needed to do it. */
  | { readonly is: 'unclear'; readonly command: 'me' | 'join' | 'topic' | 'invite' | 'dm' };

/** A slash and a word; a path or a fraction is none. */
const COMMAND = /^\/(\p{L}[\p{L}\p{N}_-]*)(?=\s|$)/u;

/** What was written, understood. Two slashes at the start are one that is said. */
export function orderOf(written: string): Order {
  if (written.startsWith('//')) {
    return { is: 'say', text: written.slice(1) };
  }
  const [start, word] = COMMAND.exec(written) ?? [];
  if (start === undefined || word === undefined) {
    return { is: 'say', text: written };
  }
  const command = COMMANDS.find((name) => name === word.toLowerCase());
  return command ? MEANINGS[command](written.slice(start.length).trim()) : { is: 'unknown', word };
}

const MEANINGS: Readonly<Record<Command, (rest: string) => Order>> = {
  me: (rest) => (rest ? { is: 'say', text: emphasized(rest) } : unclear('me')),
  join: (rest) => {
    const name = nameTyped(rest);
    return isOneWord(name) ? { is: 'join', place: `#${name}` } : unclear('join');
  },
  leave: () => ({ is: 'leave' }),
  topic: (text) => (text ? { is: 'topic', text } : unclear('topic')),
  invite: (rest) => {
    const name = nameTyped(rest);
    return isOneWord(name) ? { is: 'invite', person: `@${name}` } : unclear('invite');
  },
  dm: (rest) => {
    const [first = ''] = rest.split(/\s/, 1);
    const name = nameTyped(first);
    return name ? { is: 'dm', person: `@${name}`, text: rest.slice(first.length).trim() } : unclear('dm');
  },
  help: () => ({ is: 'help' }),
};

function isOneWord(name: string): boolean {
  return /^\S+$/.test(name);
}

/** In italics, by the sign that the text itself doesn't have. */
function emphasized(text: string): string {
  const sign = text.includes('*') ? '_' : '*';
  return sign + text + sign;
}

function unclear(command: Extract<Order, { is: 'unclear' }>['command']): Order {
  return { is: 'unclear', command };
}
