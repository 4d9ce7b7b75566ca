/** What one can have done by writing it, and how. */
export interface Command {
  readonly name: string;
  /** What follows it. */
  readonly takes: string;
  readonly does: string;
}

export const COMMANDS = [
  { name: 'me', takes: 'text', does: 'Say what you do, in italics' },
  { name: 'join', takes: '#room', does: 'Go to a room, and make it if there is none' },
  { name: 'leave', takes: '', does: 'Leave this room' },
  { name: 'topic', takes: 'text', does: 'Set this room’s topic' },
  { name: 'invite', takes: '@name', does: 'Ask somebody into this room' },
  { name: 'dm', takes: '@name text', does: 'Write to one person alone' },
  { name: 'help', takes: '', does: 'Show what can be written here' },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]['name'];
