import { Page } from '@playwright/test';
import { Bot } from './bot';
import { expect, test } from './fixtures';
import { Gauge, Weight } from './gauge';
import { Server } from './server';
import { Visitor } from './visitor';

const PLACES = Array.from({ length: 10 }, (_, i) => `hold-${i}`);
const MESSAGES = 10_000;
const SWITCHES = 200;
/** So much may come on top of what a warm page weighs: what is held of rooms goes up and down within its bounds. */
const GROWTH = { nodes: 500, detached: 100, listeners: 100, heap: 4 * 2 ** 20 };

/** Somebody who talks in all these rooms. */
class Crew {
  private said = 0;

  private constructor(
    private readonly bot: Bot,
    private readonly rooms: readonly string[],
    private readonly places: readonly string[],
  ) {}

  static async in(places: readonly string[], url: string): Promise<Crew> {
    const bot = await Bot.at(url);
    const rooms: string[] = [];
    for (const place of places) {
      rooms.push((await bot.enter({ type: 'join', recipient: `#${place}` })).recipient);
    }
    return new Crew(bot, rooms, places);
  }

  /** What was said last in each of the rooms. */
  get last(): number {
    return this.said;
  }

  /** Goes on until so much was said in each of the rooms. */
  async talk(until: number): Promise<void> {
    while (this.said < until) {
      const numbers = Array.from({ length: Math.min(100, until - this.said) }, (_, i) => this.said + i + 1);
      for (const [i, room] of this.rooms.entries()) {
        const words = `and so on, as people do who have something to say ${'to each other '.repeat(8)}`;
        await this.bot.say(
          room,
          numbers.map((number) => `${this.places[i]} number ${number} ${words}`),
        );
      }
      this.said += numbers.length;
    }
  }

  close(): void {
    this.bot.close();
  }
}

/** Goes so many times from room to room, each time until the newest of it is on the screen; ends in the first one. */
const switchRooms = (page: Page, places: readonly string[], times: number, number: number) =>
  page.evaluate(
    async ({ places, times, number }) => {
      for (let i = 1; i <= times; i++) {
        const place = i === times ? places[0] : places[i % places.length];
        location.hash = `#/r/${place}`;
        while (!document.querySelector('[role=log]')?.textContent.includes(`${place} number ${number} `)) {
          document.querySelector<HTMLElement>('parley-timeline .newest')?.click();
          await new Promise((done) => requestAnimationFrame(done));
        }
      }
    },
    { places, times, number },
  );

/** Sees that the page has not become heavier, but for what goes up and down. */
function expectSteady(before: Weight, after: Weight): void {
  for (const [what, most] of Object.entries(GROWTH)) {
    const name = what as keyof Weight;
    expect(after[name] - before[name], what).toBeLessThanOrEqual(most);
  }
}

const inWords = ({ nodes, detached, listeners, heap }: Weight) =>
  `${(heap / 2 ** 20).toFixed(1)} MB, ${nodes} nodes (${detached} detached), ${listeners} listeners`;

test.describe('a page that is open for long', { tag: '@full' }, () => {
  let server: Server;
  let crew: Crew;
  let gauge: Gauge;
  let ann: Visitor;

  test.beforeEach(async ({ visit }) => {
    test.setTimeout(180_000);
    server = await Server.at('/', { 'parley.limit.rate': '0' });
    ann = await visit('annelie', server.url());
    gauge = await Gauge.on(ann.page);
  });

  test.afterEach(async () => {
    crew.close();
    await ann.page.close(); // else it misses its server
    await server.close();
  });

  test(`is no heavier after ${SWITCHES} changes of room, and ${MESSAGES} messages in ${PLACES.length} rooms`, async () => {
    crew = await Crew.in(PLACES, server.url());
    for (const place of PLACES) {
      await ann.open(place);
    }
    await crew.talk(MESSAGES / 5 / PLACES.length);
    await switchRooms(ann.page, PLACES, SWITCHES / 4, crew.last);
    const warm = await gauge.weight();
    await switchRooms(ann.page, PLACES, (SWITCHES * 3) / 4, crew.last);
    const switched = await gauge.weight();
    await crew.talk(MESSAGES / PLACES.length);
    await switchRooms(ann.page, PLACES, PLACES.length, crew.last);
    const full = await gauge.weight();
    process.stdout.write(
      `after ${SWITCHES / 4} changes of room and ${MESSAGES / 5} messages: ${inWords(warm)}\n` +
        `after ${SWITCHES} changes of room: ${inWords(switched)}\n` +
        `after ${MESSAGES} messages: ${inWords(full)}\n`,
    );
    expectSteady(warm, switched);
    expectSteady(switched, full);
  });

  test(`is no heavier after ${MESSAGES} messages in the room that is read`, async () => {
    const [place = ''] = PLACES;
    crew = await Crew.in([place], server.url());
    await ann.open(place);
    const weights: Weight[] = [];
    for (const number of [MESSAGES / 5, MESSAGES]) {
      await crew.talk(number);
      await switchRooms(ann.page, [place], 1, number);
      weights.push(await gauge.weight());
    }
    const [warm, full] = weights as [Weight, Weight];
    process.stdout.write(`after ${MESSAGES / 5} messages: ${inWords(warm)}; after ${MESSAGES}: ${inWords(full)}\n`);
    expectSteady(warm, full);
  });
});
