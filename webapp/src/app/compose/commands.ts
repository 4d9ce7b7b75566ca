/** What one can have done by writing it. */
export const COMMANDS = ['me', 'join', 'leave', 'topic', 'invite', 'dm', 'help'] as const;

export type Command = (typeof COMMANDS)[number];
