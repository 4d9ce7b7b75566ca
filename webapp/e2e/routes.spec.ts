import { expect, obstaclesOn, test } from './fixtures';
import { flawsOf } from './flaws';
import { goTo, ROUTES } from './routes';
import { DESK, PHONE } from './screens';
import { Server } from './server';
import { walk } from './tab-walk';
import { Town, UNHURRIED } from './town';

/** Each is seen on one of the two screens; `-Pfull` sees all on both, in all languages and themes. */
const isSeenOn = (screen: string, number: number, isNarrow: boolean) =>
  isNarrow ? screen === 'phone' : screen === (number % 2 ? 'phone' : 'desk');

test.describe('wherever one is', () => {
  let server: Server;
  let town: Town;

  test.beforeAll(async () => {
    server = await Server.at('/', UNHURRIED);
    town = await Town.at(server.url());
  });

  test.afterAll(async () => {
    town.leave();
    await server.close();
  });

  for (const [screen, options] of Object.entries({ desk: DESK, phone: PHONE })) {
    test(`on a ${screen}, nothing is in anybody’s way, and Tab leads all around`, async ({ browser, watch }) => {
      test.setTimeout(240_000);
      const page = await town.look(browser, options);
      watch(page);
      await page.goto(`${town.url}#/r/harbour`);
      const found: string[] = [];
      for (const route of ROUTES.filter((one, i) => isSeenOn(screen, i, !!one.isNarrow))) {
        await test.step(route.name, async () => {
          await goTo(route, page, town);
          const flaws = [...(await flawsOf(page)), ...(await obstaclesOn(page)), ...(await walk(page))];
          found.push(...flaws.map((flaw) => `${route.name}: ${flaw}`));
        });
      }
      expect(found).toEqual([]);
      await page.context().close();
    });
  }
});
