import { en } from '../src/app/words/en';
import { later } from '../src/app/words/en-later';
import { Language, LANGUAGES } from '../src/app/words/languages';
import { expect, obstaclesOn, test } from './fixtures';
import { flawsOf } from './flaws';
import { Front } from './front';
import { Hand, LOOKS, show } from './hand';
import { goTo, Route, ROUTES } from './routes';
import { DESK, PHONE } from './screens';
import { Server } from './server';
import { Town, UNHURRIED } from './town';

/** The English words that another language has others for. */
async function foreignTo({ tag, load }: Language): Promise<readonly string[]> {
  if (tag === 'en') {
    return [];
  }
  const own = new Set(textsOf(await load()));
  return textsOf({ ...en, ...later }).filter((text) => text.length > 2 && !own.has(text));
}

/** All of a catalogue that is said as it stands there. */
function textsOf(catalogue: object): string[] {
  return Object.values(catalogue).flatMap((part: unknown) =>
    typeof part === 'string' ? part : typeof part === 'object' && part !== null ? textsOf(part) : [],
  );
}

test.describe.configure({ mode: 'parallel' });

/**
 * Everything that there is to see, with a connection and without, is measured in every language. Looks take turns with
 * the languages, and axe sees every other one of them on each screen: each place in each look, on one screen or the other.
 */
for (const [screen, options] of Object.entries({ desk: DESK, phone: PHONE })) {
  test.describe(`on a ${screen}, wherever one is and whatever one speaks`, { tag: '@full' }, () => {
    test.use({ expected: /WebSocket connection to .* failed|net::ERR_/ });

    let server: Server;
    let front: Front;
    let town: Town;

    test.beforeAll(async () => {
      server = await Server.at('/', UNHURRIED);
      front = await Front.before(server.port);
      town = await Town.at(server.url());
    });

    test.afterAll(async () => {
      town.leave();
      await front.close();
      await server.close();
    });

    test('who comes in finds nothing in their way, cut off, or in English', async ({ browser, watch }) => {
      const found: string[] = [];
      for (const language of LANGUAGES) {
        const context = await browser.newContext({ ...options, locale: language.tag, reducedMotion: 'reduce' });
        const page = await context.newPage();
        watch(page);
        await page.goto(server.url());
        await expect(page.locator('html')).toHaveAttribute('lang', language.tag);
        await expect(page.locator('parley-entrance')).toBeVisible();
        for (const [look, media] of LOOKS) {
          await show(page, media);
          const flaws = [...(await flawsOf(page, await foreignTo(language))), ...(await obstaclesOn(page))];
          found.push(...flaws.map((flaw) => `${language.tag}, ${look}: ${flaw}`));
        }
        await context.close();
      }
      expect(found).toEqual([]);
    });

    test('nothing is in anybody’s way, cut off, or in English', async ({ browser, watch }) => {
      test.setTimeout(1_200_000);
      const foreign = new Map<string, readonly string[]>();
      for (const language of LANGUAGES) {
        foreign.set(language.tag, await foreignTo(language));
      }
      const page = await town.look(browser, options, front.url());
      watch(page);
      await page.goto(`${front.url()}#/r/harbour`);
      await expect(page.locator('parley-talk .line').last()).toBeVisible();
      const hand = await Hand.of(page, front.url());
      const routes = ROUTES.filter(({ isNarrow }) => !isNarrow || screen === 'phone');
      const turn = screen === 'phone' ? 1 : 0;

      /** Has what is wrong with a place fail the test, and goes on; axe looks at every so many languages. */
      const lookAt = (route: Route, number: number, each: number) =>
        test.step(route.name, async () => {
          const found: string[] = [];
          await goTo(route, page, town);
          for (const [i, { tag, dir }] of LANGUAGES.entries()) {
            const [look, media] = LOOKS[(number + i) % LOOKS.length] ?? ['as it is', {}];
            await hand.speak(tag);
            await show(page, media);
            const flaws = [...(await flawsOf(page, foreign.get(tag)))];
            if ((await page.locator('html').getAttribute('dir')) !== dir) {
              flaws.push(`is not ${dir}`);
            }
            if ((number + i + turn) % each === 0) {
              flaws.push(...(await obstaclesOn(page)));
            }
            found.push(...flaws.map((flaw) => `${tag}, ${look}: ${flaw}`));
          }
          expect.soft(found, route.name).toEqual([]);
        });

      for (const [i, route] of routes.entries()) {
        await lookAt(route, i, 2);
      }
      front.leave();
      await expect(page.locator('parley-banner')).not.toBeEmpty();
      for (const [i, route] of routes.filter(({ isOnline }) => !isOnline).entries()) {
        await lookAt(route, i, LANGUAGES.length);
      }
      await page.context().close();
    });
  });
}
