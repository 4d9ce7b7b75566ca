import { nameTyped, Place } from 'parley-client/state/place';
import { CommandName, COMMANDS } from './commands';

/** What somebody wants who has written something. */
export type Order =
  | { readonly is: 'say'; readonly text: string }
  | { readonly is: 'join'; readonly place: Place }
  | { readonly is: 'leave' }
  | { readonly is: 'topic'; readonly text: string }
  | { readonly is: 'invite'; readonly person: Place }
  | { readonly is: 'dm'; readonly person: Place; readonly text: string }
  | { readonly is: 'help' }
  /** It can't be understood, and why. */
  | { readonly is: 'unclear'; readonly why: string };

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
  const command = COMMANDS.find(({ name }) => name === word.toLowerCase());
  return command
    ? MEANINGS[command.name](written.slice(start.length).trim())
    : unclear(`There is no command /${word}. To say a text that begins with a slash, begin it with two.`);
}

const MEANINGS: Readonly<Record<CommandName, (rest: string) => Order>> = {
  me: (rest) => (rest ? { is: 'say', text: emphasized(rest) } : unclear('Say what you do: /me waves')),
  join: (rest) => {
    const name = nameTyped(rest);
    return isOneWord(name) ? { is: 'join', place: `#${name}` } : unclear('Say which room: /join #tea');
  },
  leave: () => ({ is: 'leave' }),
  topic: (text) => (text ? { is: 'topic', text } : unclear('Say what this room is about: /topic Tea and cake')),
  invite: (rest) => {
    const name = nameTyped(rest);
    return isOneWord(name) ? { is: 'invite', person: `@${name}` } : unclear('Say whom you invite: /invite @bob');
  },
  dm: (rest) => {
    const [first = ''] = rest.split(/\s/, 1);
    const name = nameTyped(first);
    return name
      ? { is: 'dm', person: `@${name}`, text: rest.slice(first.length).trim() }
      : unclear('Say whom you write to: /dm @bob Have you a minute?');
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

function unclear(why: string): Order {
  return { is: 'unclear', why };
}
