import { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { Bot } from './bot';

/** Nobody is told of limits: all of the town is built at once. */
export const UNHURRIED = { 'parley.limit.rate': '0' };

/** The longest name that a person can have, and that a room can. */
const LONG = 'bartholomaeus-von-hohenschoenhausen-buch';
const LONG_ROOM = '#all-that-was-ever-said-about-the-pier-b';

const CODE = `The script that reads the tide:

\`\`\`python
def tide(hour: int) -> float:
    """How high the water stands, in metres."""
    return 2.1 + 1.8 * sin(hour * pi / 6.21)  # good enough for the north pier, and for nothing beyond it
\`\`\`

Run it by \`python3 tide.py\`.`;

const TABLE = `| Ferry | Leaves | Seats | Captain |
|-------|-------:|------:|---------|
| Heron | 09:40 | 48 | Mei-Lin |
| Cormorant | 12:05 | 120 | nobody yet |
| Kittiwake | 17:30 | 64 | Bob |`;

const LIST = `Before we sail:

- [x] fuel
- [x] life vests, **all** of them
- [ ] sandwiches

> The sea is calm tonight.
> The tide is full.

# Not today
1. the _south_ pier
2. ~~the lighthouse~~`;

/** A word that has no place to break. */
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2);

/**
 * A small town on the water, with all that can be seen of Parley in it: everything that is looked at is looked at here.
 * The one who looks is `ann`. Whoever builds it leaves it.
 */
export class Town {
  private constructor(
    readonly url: string,
    private readonly bots: Readonly<Record<'ann' | 'bob' | 'mei' | 'long', Bot>>,
    /** Where a thread begins in `#harbour`. */
    readonly thread: number,
    /** The rooms without a name, by what they are. */
    readonly rooms: Readonly<Record<'own' | 'bobs' | 'group' | 'empty', string>>,
  ) {}

  static async at(url: string): Promise<Town> {
    const [ann, bob, mei, long] = [
      await Bot.at(url, 'ann'),
      await Bot.at(url, 'bob'),
      await Bot.at(url, 'mei-lin'),
      await Bot.at(url, LONG),
    ];
    const thread = await harbour(ann, bob, mei, long);
    const own = await ann.enter({ type: 'create', kind: 'private', title: 'Surprise for mei-lin' });
    await ann.enter({ type: 'invite', recipient: own.recipient, person: '@bob' });
    await bob.enter({ type: 'join', recipient: own.recipient });
    await ann.enter({ type: 'invite', recipient: own.recipient, person: `@${LONG}` });
    await ann.enter({ type: 'message', recipient: own.recipient, content: 'She knows nothing yet.' });
    const bobs = await bob.enter({ type: 'create', kind: 'private', title: 'Night watch' });
    await bob.enter({ type: 'settings', recipient: bobs.recipient, topic: 'Who sits in the tower, and when' });
    await bob.enter({ type: 'invite', recipient: bobs.recipient, person: '@ann' });
    await ann.enter({ type: 'join', recipient: bobs.recipient });
    const empty = await ann.enter({ type: 'create', kind: 'public', name: '#boathouse' });
    const pier = await ann.enter({ type: 'create', kind: 'public', name: '#old-pier' });
    await ann.enter({ type: 'message', recipient: pier.recipient, content: 'It was a good pier.' });
    await ann.enter({ type: 'settings', recipient: pier.recipient, archived: true });
    const regatta = await mei.enter({ type: 'create', kind: 'private', title: 'Regatta committee' });
    await mei.enter({ type: 'invite', recipient: regatta.recipient, person: '@ann' });
    await bob.enter({ type: 'message', recipient: '@ann', content: 'Do you have the key to the boathouse?' });
    const said = await ann.enter({ type: 'message', recipient: '@bob', content: 'On the hook, as ever.' });
    ann.tell({ type: 'read', recipient: said.recipient, seq: said.seq, turn: 0 });
    const group = await groupOf(mei, [await ann.id(), await bob.id()]);
    await mei.enter({ type: 'message', recipient: group, content: 'Shall we three meet again?' });
    await news(ann, bob, mei);
    const rooms = { own: own.recipient, bobs: bobs.recipient, group, empty: empty.recipient };
    return new Town(url, { ann, bob, mei, long }, thread, rooms);
  }

  /** Opens the page as `ann`, in a browser of her own, at another address of the same server if one is given. */
  async look(browser: Browser, options: BrowserContextOptions, url = this.url): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(this.bots.ann.cookie ?? '') ?? [];
    await context.addCookies([{ name, value, url }]);
    context.setDefaultTimeout(10_000);
    return context.newPage();
  }

  /** The ids of all who live here, and their names. */
  async ids(): Promise<readonly (readonly [string, string])[]> {
    return Promise.all(Object.entries(this.bots).map(async ([name, bot]) => [await bot.id(), name] as const));
  }

  leave(): void {
    Object.values(this.bots).forEach((bot) => {
      bot.close();
    });
  }
}

/** A room in which much was said; returns where a thread begins. */
async function harbour(ann: Bot, bob: Bot, mei: Bot, long: Bot): Promise<number> {
  const { recipient } = await ann.enter({ type: 'create', kind: 'public', name: '#harbour' });
  await ann.enter({
    type: 'settings',
    recipient,
    topic: 'Who is on the water today, and when they are back for supper',
  });
  for (const bot of [bob, mei, long]) {
    await bot.enter({ type: 'join', recipient });
  }
  const say = (bot: Bot, content: string) => bot.enter({ type: 'message', recipient, content });
  await say(bob, CODE);
  await say(mei, TABLE);
  await say(long, LIST);
  await say(bob, LONG_WORD);
  const wrong = await say(mei, 'Nobody was meant to read this.');
  await mei.enter({ type: 'delete', recipient, target: wrong.seq });
  const timetable = await say(mei, 'The timetable changed on Monday: https://example.org/ferry/timetable');
  await bob.enter({ type: 'pin', recipient, target: timetable.seq, on: true });
  const coffee = await say(ann, 'Coffee furst.');
  await ann.enter({ type: 'edit', recipient, target: coffee.seq, content: 'Coffee first.' });
  for (const [bot, emoji] of [
    [bob, '👍'],
    [mei, '👍'],
    [ann, '👍'],
    [long, '🎉'],
    [mei, '❤️'],
  ] as const) {
    await bot.enter({ type: 'reaction', recipient, target: coffee.seq, emoji, on: true });
  }
  for (const [bot, content] of [
    [mei, 'The small place behind the chandler’s opens at ten.'],
    [bob, 'Then ten it is.'],
  ] as const) {
    await bot.enter({ type: 'message', recipient, thread: coffee.seq, content });
  }
  await say(bob, 'Seconded. @ann, shall I write to the harbour master that we are coming?');
  const last = await say(ann, 'Please do. I’ll meet you at the crane. ⚓');
  ann.tell({ type: 'read', recipient, seq: last.seq, turn: 0 });
  return coffee.seq;
}

/** What waits for `ann`. */
async function news(ann: Bot, bob: Bot, mei: Bot): Promise<void> {
  await bob.enter({ type: 'create', kind: 'public', name: LONG_ROOM });
  await ann.enter({ type: 'join', recipient: LONG_ROOM });
  await bob.enter({ type: 'message', recipient: LONG_ROOM, content: 'Longer than it is wide, as piers are.' });
  await mei.enter({ type: 'create', kind: 'public', name: '#tea', title: 'Tea and cake' });
  await ann.enter({ type: 'join', recipient: '#tea' });
  await mei.enter({ type: 'message', recipient: '#tea', content: 'There is cake.' });
  await mei.enter({ type: 'message', recipient: '#tea', content: '@ann, a piece of it has your name on it.' });
  await mei.enter({ type: 'message', recipient: '#lobby', content: 'Anyone else for the pier?' });
}

/** A conversation of several; returns its id. */
async function groupOf(bot: Bot, people: readonly string[]): Promise<string> {
  bot.tell({ type: 'create', ref: 'we-are-three', kind: 'group', people });
  const reset = await bot.await(
    ({ type, room }) => type === 'reset' && (room as { kind?: string } | undefined)?.kind === 'group',
  );
  return reset['recipient'] as string;
}
